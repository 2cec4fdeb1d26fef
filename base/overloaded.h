// SPDX-License-Identifier: Apache-2.0
// One visitor made of several functions, for std::visit.
#pragma once

namespace mingzhang {

/// Example: std::visit(Overloaded{[](const Add& add) { … }, [](const Remove& remove) { … }}, change).
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace mingzhang
