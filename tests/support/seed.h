// SPDX-License-Identifier: Apache-2.0
// The seed of the random tests of this run.
#pragma once

#include <cstdint>

namespace mingzhang::tests {

/// The seed of this run, printed when the test program starts: the environment variable MINGZHANG_SEED when it is set
/// (a decimal number), otherwise a new one. rapidcheck gets the same one.
/// Example: std::mt19937_64 random(mingzhang::tests::run_seed());
std::uint64_t run_seed();

}  // namespace mingzhang::tests
