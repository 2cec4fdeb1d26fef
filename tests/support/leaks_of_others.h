// SPDX-License-Identifier: Apache-2.0
// While one of these lives, the address sanitizer does not ask for what is allocated: for libraries that lose memory of their own and are
// unloaded before the sanitizer could name them.
#pragma once

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MINGZHANG_HAS_LEAK_CHECK
#include <sanitizer/lsan_interface.h>
#endif
#endif

namespace mingzhang::tests {

class LeaksOfOthers {
 public:
#ifdef MINGZHANG_HAS_LEAK_CHECK
  LeaksOfOthers() { __lsan_disable(); }
  ~LeaksOfOthers() { __lsan_enable(); }
#else
  LeaksOfOthers() = default;
  ~LeaksOfOthers() = default;
#endif
  LeaksOfOthers(const LeaksOfOthers&) = delete;
  LeaksOfOthers& operator=(const LeaksOfOthers&) = delete;
};

}  // namespace mingzhang::tests
