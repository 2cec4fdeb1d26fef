// SPDX-License-Identifier: Apache-2.0
// A command as data: its name, its options and the function that runs it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::cli {

/// How a value is given.
enum class ValueKind {
  Text,       ///< --name VALUE, at most once
  Flag,       ///< --name
  List,       ///< --name VALUE, repeated
  Argument,   ///< a bare word
};

struct OptionSpec {
  std::string name;  ///< with its hyphens, or the bare name of an argument, e.g. "BOOK"
  ValueKind kind = ValueKind::Text;
  bool is_required = false;
  std::string value_name;  ///< what stands for the value in the help, e.g. "DATE"
  std::string help;        ///< Chinese, then English
};

/// What a person gave for the options of one verb.
class Values {
 public:
  using List = std::vector<std::string>;

  /// Where the parser writes; declares the name.
  List& slot(const std::string& name) { return values_[name]; }

  /// The values of a declared option, in their order.
  const List& list(std::string_view name) const;
  /// The value; empty where it was not given. Requires a declared option.
  std::string text(std::string_view name) const { return list(name).empty() ? std::string() : list(name).back(); }
  bool is_given(std::string_view name) const { return !list(name).empty(); }
  /// True for a declared option, given or not.
  bool has(std::string_view name) const { return values_.contains(name); }

 private:
  std::map<std::string, List, std::less<>> values_;
};

class Desk;

/// One command. `run` returns the exit code.
struct Verb {
  std::string noun;  ///< empty: the verb stands alone, e.g. "verify"
  std::string name;
  std::string help;
  std::vector<OptionSpec> options;
  std::function<int(Desk& desk, const Values& values)> run;
};

/// Nouns with their help, in the order of the help text.
struct Noun {
  std::string name;
  std::string help;
};
std::vector<Noun> all_nouns();
/// Every command of the program.
std::vector<Verb> all_verbs();

std::vector<Verb> about_verbs();
std::vector<Verb> audit_report_verbs();
std::vector<Verb> book_verbs();
std::vector<Verb> calc_verbs();
std::vector<Verb> compensation_verbs();
std::vector<Verb> demo_verbs();
std::vector<Verb> disbursement_verbs();
std::vector<Verb> draft_verbs();
std::vector<Verb> file_verbs();
std::vector<Verb> fund_verbs();
std::vector<Verb> guarantee_verbs();
std::vector<Verb> household_verbs();
std::vector<Verb> import_verbs();
std::vector<Verb> loan_money_verbs();
std::vector<Verb> day_close_verbs();
std::vector<Verb> counterpart_verbs();
std::vector<Verb> loan_verbs();
std::vector<Verb> moving_verbs();
std::vector<Verb> package_verbs();
std::vector<Verb> people_verbs();
std::vector<Verb> policy_verbs();
std::vector<Verb> proof_verbs();
std::vector<Verb> rate_verbs();
std::vector<Verb> reconcile_verbs();
std::vector<Verb> reconcile_list_verbs();
std::vector<Verb> register_report_verbs();
std::vector<Verb> register_verbs();
std::vector<Verb> report_verbs();
std::vector<Verb> seal_verbs();
std::vector<Verb> spending_verbs();
std::vector<Verb> subsidy_verbs();
std::vector<Verb> suspicion_verbs();
std::vector<Verb> voucher_verbs();
std::vector<Verb> witness_verbs();

}  // namespace mingzhang::cli
