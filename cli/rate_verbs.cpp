// SPDX-License-Identifier: Apache-2.0
// Rate tables and loan products of the policy packs.
#include <optional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/listing.h"
#include "cli/pack_files.h"
#include "cli/verb.h"
#include "service/policies/reading.h"
#include "service/policies/rule_search.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

using service::PackFile;
using Site = Result<std::vector<PackFile>, service::Refusal>;

int run_rate_lookup(Desk& desk, const Values& values) {
  const Site site = site_files(values);
  if (!site) return desk.output().refuse(site.error());
  const service::RateWords words{values.text("--table"), values.text("--date"), values.text("--term"), desk.clock().today()};
  return desk.show(service::look_up_rate(*site, words, format_of(desk)));
}

int run_rate_list(Desk& desk, const Values& values) {
  const Site site = site_files(values);
  return site ? desk.show(service::list_rates(*site, format_of(desk))) : desk.output().refuse(site.error());
}

int run_product_list(Desk& desk, const Values& values) {
  const Site site = site_files(values);
  if (!site) return desk.output().refuse(site.error());
  return desk.show(service::list_products(*site, values.text("--date"), format_of(desk)));
}

/// The product that --product names on --date, or today.
Result<service::RulePlace, service::Refusal> product_of(Desk& desk, const Values& values) {
  const Site site = site_files(values);
  if (!site) return Err(site.error());
  const std::string date = values.text("--date");
  const std::optional<Date> day = date.empty() ? desk.clock().today() : parse_date(date);
  if (!day) return Err(service::refusal(service::ReadingOutcome::DateBad, ""));
  return service::find_rule(*site, "loan_product", values.text("--product"), *day);
}

int run_product_show(Desk& desk, const Values& values) {
  const auto place = product_of(desk, values);
  return place ? desk.show(service::show_rule(place->pack, place->rule, format_of(desk))) : desk.output().refuse(place.error());
}

int run_product_check(Desk& desk, const Values& values) {
  const auto place = product_of(desk, values);
  if (!place) return desk.output().refuse(place.error());
  service::RuleQuestion question;
  question.rule = place->rule;
  question.inputs = values.list("--input");
  question.date = values.text("--date");
  question.today = desk.clock().today();
  return desk.show(service::evaluate_rule(place->pack, question, format_of(desk)));
}

OptionSpec date_option(const char* help) { return {"--date", ValueKind::Text, false, "DATE", help}; }
OptionSpec product_option() {
  return {"--product", ValueKind::Text, true, "PRODUCT", "产品：规则包/规则，或规则代号 PACK/RULE, or the rule's id"};
}

}  // namespace

std::vector<Verb> rate_verbs() {
  return {
      {"rate", "lookup", "查某日的利率 the rate in force on a day",
       {{"--table", ValueKind::Text, true, "TABLE", "利率表，如 lpr-1y、lpr-5y、benchmark rate table, e.g. lpr-1y"},
        date_option("哪一天；默认今天 the day; today where not given"),
        {"--term", ValueKind::Text, false, "MONTHS", "期限（月），分档的表必需 term in months, for tables with tiers"},
        packs_option()},
       run_rate_lookup},
      {"rate", "list", "列出利率表 list the rate tables", {packs_option()}, run_rate_list},
      {"product", "list", "列出贷款产品 list the loan products",
       {date_option("只列这一天可以签订的 only those that may be signed on that day"), packs_option()}, run_product_list},
      {"product", "show", "查看贷款产品 show a loan product",
       {product_option(), date_option("签订日；默认今天 day of signing; today where not given"), packs_option()}, run_product_show},
      {"product", "check", "核对一笔贷款，列出全部不符之处 check a loan and tell everything that speaks against it",
       {product_option(),
        {"--input", ValueKind::List, false, "NAME=VALUE", "输入，可重复 an input; may be repeated"},
        date_option("签订日；默认今天 day of signing; today where not given"), packs_option()},
       run_product_check},
  };
}

}  // namespace mingzhang::cli
