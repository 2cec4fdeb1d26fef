// SPDX-License-Identifier: Apache-2.0
// From words that a person types to guarantee pools and their deposits.
#pragma once

#include <cstdint>
#include <string>

#include "service/command.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// Terms of a pool; an empty word stays as it was, for a new pool 10, 0 and 90.
struct PoolTermWords {
  std::string multiple;
  std::string npl_tolerance;
  std::string alert;
};

struct NewPool {
  std::string code;
  std::string name;
  std::string bank;
  std::string place;
  std::string date;
  PoolTermWords terms;
  std::string bank_account;        ///< empty: 100201
  std::string deposit_account;     ///< empty: 100202
  std::string receivable_account;  ///< empty: 121802; all three "-": no money moves in this book
  std::string explanation;
};
NewCommand add_pool(const NewPool& pool);

enum class DepositWay : std::uint8_t { In, Out, Drawn };

struct NewDeposit {
  std::string code;
  std::string pool;
  std::string date;
  std::string amount;
  std::string fund;
  std::string document;
  std::string party;
  std::string reason;
};
NewCommand move_deposit(const NewDeposit& deposit, DepositWay way);

struct NewPoolTerms {
  std::string code;
  std::string pool;
  std::string date;
  PoolTermWords terms;
  std::string stop;     ///< reason to stop; empty: stays as it is
  bool resumes = false;
  std::string reason;
  std::string explanation;
};
/// What is not said stays as it is in the book.
NewCommand change_pool(const BookPlace& place, const NewPoolTerms& terms);

}  // namespace mingzhang::service
