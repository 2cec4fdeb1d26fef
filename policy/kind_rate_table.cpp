// SPDX-License-Identifier: Apache-2.0
// rate_table: yearly rates that change on given days, by tiers of the term: LPR, benchmark rates.
#include <algorithm>
#include <array>

#include "policy/kind_list.h"
#include "policy/tiers.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kColumnFields{
    Field{"name", FieldType::Name, true, "列名，如 1y", "the column, e.g. 1y"},
    Field{"title", FieldType::Text, true, "期限档次", "its tier of terms"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    tier_end_field(),
};

constexpr std::array kRowFields{
    Field{"from", FieldType::Date, true, "自哪天起", "the first day of these rates"},
    Field{"rates", FieldType::Decimals, true, "各列年利率（%），次序同 columns", "yearly rates in percent, in the order of columns"},
    Field{"unchecked", FieldType::Names, false, "未经核对的列", "columns whose figures have not been checked"},
};

constexpr std::array kFields{
    Field{"columns", FieldType::Objects, true, "各列，期限自短到长", "the columns, from short terms to long", {},
          [] { return std::span<const Field>(kColumnFields); }},
    Field{"rows", FieldType::Objects, true, "各次利率，按日期先后", "the rates, by date", {},
          [] { return std::span<const Field>(kRowFields); }},
    Field{"known_until", FieldType::Date, true, "本表所知的最后一天；此后只提示，不停用",
          "the last day that the table knows; answers for later days carry a warning"},
};

constexpr std::array kResults{
    ResultMember{"rate", "percent a year", "年利率（%）", "the rate in force"},
    ResultMember{"effective", "date", "自哪天起", "its first day"},
    ResultMember{"column", "name", "所用的列", "the column used"},
    ResultMember{"known", "true | false", "本表已知到这一天，且该数经过核对", "whether the table knows this day and the figure was checked"},
};

struct Row {
  Date from;
  std::vector<Decimal> rates;
  std::vector<std::string> unchecked;
};

class RateTable : public RuleBody {
 public:
  std::vector<Tier> columns;
  std::vector<Row> rows;
  Date known_until;

  std::vector<Input> inputs() const override {
    return {{"term_months", InputType::Count, "月", columns.size() > 1, "", "贷款期限（月），决定用哪一列",
             "term of the loan in months, which chooses the column"}};
  }

  Answer evaluate(const Given& given) const override {
    const Row* row = row_on(given.day());
    if (row == nullptr) {
      return refused(given.problem(PolicyOutcome::NoAmountYet, "",
                                   to_iso(given.day()) + "; ≥ " + to_iso(rows.front().from)));
    }
    const std::optional<std::size_t> index =
        given.has("term_months") ? tier_of(columns, given.count("term_months")) : std::optional<std::size_t>(0);
    if (!index) return refused(given.problem(PolicyOutcome::TermOutside, "term_months", range_text(columns)));
    const Tier& column = columns[*index];
    Computation computation;
    const std::string rate = percent_text(row->rates.at(*index));
    add_warnings(given.day(), *row, column, computation);
    computation.result = {{"rate", json_text(rate)},
                          {"effective", json_text(to_iso(row->from))},
                          {"column", json_text(column.name)},
                          {"known", json_flag(computation.warnings.empty())}};
    computation.formula = column.title + "，自 " + to_iso(row->from) + " 起 " + rate + "%";
    return computation;
  }

 private:
  const Row* row_on(Date day) const {
    const Row* found = nullptr;
    for (const Row& row : rows) {
      if (row.from <= day) found = &row;
    }
    return found;
  }

  void add_warnings(Date day, const Row& row, const Tier& column, Computation& computation) const {
    if (day > known_until) {
      computation.warnings.push_back(
          {"利率表只知道到 " + to_iso(known_until) + "，" + to_iso(day) + " 沿用其最后的利率，请核对有无新的公布",
           "the table is known until " + to_iso(known_until) + "; for " + to_iso(day) +
               " its last rate is used; check whether another was published"});
    }
    if (std::find(row.unchecked.begin(), row.unchecked.end(), column.name) != row.unchecked.end()) {
      computation.warnings.push_back({to_iso(row.from) + " 的" + column.title + "利率未经核对",
                                      "the rate of " + to_iso(row.from) + " for " + column.title_en + " has not been checked"});
    }
  }
};

/// Every name in `unchecked` must be a column's.
void check_names(const Parameters& row, const std::vector<Tier>& columns) {
  const std::vector<std::string> names = row.texts("unchecked");
  for (const std::string& name : names) {
    const bool is_known = std::any_of(columns.begin(), columns.end(), [&](const Tier& column) { return column.name == name; });
    if (!is_known) row.refuse(PolicyOutcome::WordUnknown, "unchecked", "\"" + name + "\"");
  }
}

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  auto body = std::make_unique<RateTable>();
  body->columns = read_tiers(parameters, "columns");
  for (const Parameters& item : parameters.objects("rows")) {
    Row row{item.date("from").value_or(Date()), item.decimals("rates"), item.texts("unchecked")};
    if (!body->rows.empty() && item.is_sound("from") && row.from <= body->rows.back().from) {
      item.refuse(PolicyOutcome::StepsDisordered, "from", to_iso(row.from) + " ≤ " + to_iso(body->rows.back().from));
    }
    if (item.is_sound("rates") && item.has("rates") && row.rates.size() != body->columns.size()) {
      item.refuse(PolicyOutcome::ColumnsDiffer, "rates", std::to_string(row.rates.size()) + " ≠ " + std::to_string(body->columns.size()));
    }
    for (const Decimal rate : row.rates) {
      if (rate < Decimal()) item.refuse(PolicyOutcome::NumberBad, "rates", to_text(rate));
    }
    check_names(item, body->columns);
    body->rows.push_back(std::move(row));
  }
  body->known_until = parameters.date("known_until").value_or(Date());
  return body;
}

}  // namespace

const Kind kRateTableKind{
    "rate_table",
    "利率表",
    "a table of yearly rates",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"columns":[{"name":"1y","title":"一年以内","to_months":12},{"name":"5y","title":"一年至五年","to_months":60}],)"
    R"("rows":[{"from":"2015-08-26","rates":["4.60","5.00"]},{"from":"2015-10-24","rates":["4.35","4.75"]}],)"
    R"("known_until":"2016-12-31"})",
    "term_months=24"};

}  // namespace mingzhang::policy
