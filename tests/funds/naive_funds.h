// SPDX-License-Identifier: Apache-2.0
// The funds as a list of dated flows, added up anew for every question: slow, and too simple to be wrong in the same way.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "funds/command.h"

namespace mingzhang::tests {

/// Judges the money of commands whose shape and names are good, by walking over all flows.
class NaiveFunds {
 public:
  /// "Ok", or the first refusal that has to do with money, states of rows, or days of lists.
  std::string answer(const funds::Command& command) const;
  /// Adds what the command does. Requires that its answer is "Ok".
  void apply(const funds::Command& command);

  /// What a pot holds after all flows: "F1", "A3/1", "V2".
  std::int64_t left(const std::string& pot) const;
  /// The lowest it ever is at the end of a day.
  std::int64_t lowest(const std::string& pot) const;
  std::vector<std::string> pots() const;

  struct Row {
    std::int64_t fen;
    funds::RowState state;
    Date changed;
  };
  struct List {
    std::string source;
    Date date;
    bool is_withdrawn = false;
    std::vector<Row> rows;
  };
  /// What can be taken back of a reimbursement, settlement or benefit, and where it goes.
  struct Spent {
    std::string pot;
    Date date;
    std::int64_t rest;
    std::string person;  ///< of a benefit
    std::int64_t eligible = 0;
  };
  std::map<std::string, List> lists;
  std::map<std::string, Spent> spent;
  std::map<std::string, std::int64_t> benefits;  ///< by person, one programme and year
  std::map<std::string, std::int64_t> claims;    ///< eligible costs of the same

 private:
  struct Flow {
    std::string pot;
    Date date;
    std::int64_t fen;  ///< negative: out
  };
  bool fits(const std::string& pot, Date date, std::int64_t fen) const;
  void flow(const std::string& pot, Date date, Money amount, bool comes_in);

  std::string answer(const funds::ChangeRows& command) const;
  void apply(const funds::ChangeRows& command);

  std::vector<Flow> flows_;
};

/// "A3/1".
std::string pot_name(const funds::TargetName& target);

}  // namespace mingzhang::tests
