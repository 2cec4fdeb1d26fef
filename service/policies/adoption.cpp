// SPDX-License-Identifier: Apache-2.0
// Makes commands of adoption and lists what is adopted.
#include "service/policies/adoption.h"

#include <optional>
#include <utility>

#include "base/text.h"
#include "policy/adoption_commands.h"
#include "reports/table.h"
#include "service/policies/asking.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

/// The day, or nothing and the problem.
std::optional<Date> read_day(const std::string& place, const std::string& word, Refusal& found) {
  const std::optional<Date> day = parse_date(word);
  if (day) return day;
  const std::string shown = is_plain_text(word) ? shortened(word, 40) : std::string();
  found.problems.push_back(CommandProblem{0, Problem{&info_of(ReadingOutcome::DateBad), place, shown}});
  return std::nullopt;
}

}  // namespace

NewCommand adopt_pack(const PackChoice& choice, const AdoptionDays& days) {
  Refusal found;
  const std::optional<Date> from = read_day("--from", days.from, found);
  std::optional<Date> to;
  if (!days.to.empty()) to = read_day("--to", days.to, found);
  if (!found.problems.empty()) return Err(std::move(found));
  const Result<policy::Pack, std::vector<Problem>> pack = choose_pack(choice, from);
  if (!pack) return Err(refusal_of(pack.error()));
  policy::AdoptPack command;
  command.pack = pack->id;
  command.version = pack->version;
  command.validity = policy::Validity{*from, to};
  command.content = policy::canonical_bytes(*pack);
  command.digest = pack_digest(*pack);
  return Command(policy::Command(std::move(command)));
}

NewCommand end_pack(const std::string& pack, const std::string& to, const std::string& reason) {
  Refusal found;
  const std::optional<Date> day = read_day("--to", to, found);
  if (!day) return Err(std::move(found));
  return Command(policy::Command(policy::EndPack{pack, *day, reason}));
}

TextResult list_adopted(const BookPlace& place, Format format) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    using reports::Value;
    reports::Table table({"adopted_packs", "账套采用的规则包", "Packs that the book has adopted"},
                         {text_column("pack", "规则包", "pack"), count_column("version", "版本", "version"),
                          date_column("from", "自", "from"), date_column("to", "至（不含）", "until"),
                          count_column("record", "记录", "record"), text_column("sha256", "摘要", "digest")});
    const auto store = place.opened.packs->adoptions_of(reading.head.id.value);
    for (const policy::Adoption& one : store->adoptions()) {
      table.add_row(reports::RowKind::Line,
                    {one.pack, Value::count(one.version), one.validity.from,
                     one.validity.to ? Value(*one.validity.to) : Value(), Value::count(one.seq), one.digest});
    }
    return rendered(table, format);
  });
}

}  // namespace mingzhang::service
