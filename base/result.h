// SPDX-License-Identifier: Apache-2.0
// A value or the reason why there is none.
#pragma once

#include <utility>
#include <variant>

#include "base/check.h"

namespace mingzhang {

/// Wraps an error so that a `Result` can be returned from it: `return Err(PostOutcome::Unbalanced);`.
template <class E>
class Err {
 public:
  explicit Err(E error) : error_(std::move(error)) {}
  E& error() { return error_; }

 private:
  E error_;
};

/// Either a `T` or an error `E`. Reading the wrong side aborts.
template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}        // NOLINT: implicit on purpose
  Result(Err<E> error) : state_(std::in_place_index<1>, std::move(error.error())) {}  // NOLINT: implicit on purpose

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const& { MZ_CHECK(has_value()); return std::get<0>(state_); }
  T& value() & { MZ_CHECK(has_value()); return std::get<0>(state_); }
  T&& value() && { MZ_CHECK(has_value()); return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &value(); }
  const T& operator*() const& { return value(); }

  const E& error() const& { MZ_CHECK(!has_value()); return std::get<1>(state_); }
  E&& error() && { MZ_CHECK(!has_value()); return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, E> state_;
};

}  // namespace mingzhang
