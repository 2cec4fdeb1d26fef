// SPDX-License-Identifier: Apache-2.0
// Words for verdicts.
#include "audit/verify/report.h"

#include <array>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "base/money.h"
#include "base/record_members.h"

namespace mingzhang::audit {
namespace {

std::string conclusion(int code) {
  switch (code) {
    case 0: return "通过 GOOD";
    case 1: return "被改过，不可采信 TAMPERED WITH";
    case 2: return "读不出来，或有不认识的内容 UNREADABLE";
    case 3: return "账未见改动，但签名、见证或可比性达不到要求 GOOD, BUT NOT SIGNED OR NOT COMPARABLE AS THE POLICY ASKS";
    default: return "与上次的检查点是两本不同的账 ANOTHER HISTORY THAN LAST TIME";
  }
}

std::string state_words(const Verdict& verdict) {
  switch (verdict.state) {
    case VerdictState::Good: return "通过 good";
    case VerdictState::Bad: return "不通过 BAD";
    case VerdictState::NotChecked: return verdict.problem ? "未能核对 not checked" : "未要求 not asked";
  }
  return {};
}

/// Verdicts with their names, in the order in which they are shown.
std::array<std::pair<const char*, const Verdict*>, 6> named(const PackageVerdict& verdict) {
  return {{{"文件 files", &verdict.files},
           {"历史 history", &verdict.history},
           {"与上次一致 since", &verdict.since},
           {"签名与见证 who", &verdict.who},
           {"账 books", &verdict.books},
           {"导出的表 derived", &verdict.derived}}};
}

std::string time_text(std::int64_t seconds) {
  return to_utc(Instant{seconds * 1'000'000}).substr(0, 19) + "Z";
}

std::string checkpoint_line(const CheckpointVerdict& one) {
  std::string line = "    " + std::string(suite_name(one.suite)) + "  " + one.origin + "  " + std::to_string(one.size) + "  " + one.root.substr(0, 12) + "…\n";
  line += one.is_signed ? "      已签名 signed by the log" : "      没有策略中的签名 not signed by a log of the policy";
  line += "；见证 witnesses:";
  for (const std::string& name : one.witnesses) line += " " + name;
  if (one.witnesses.empty()) line += " 无 none";
  if (one.first_time > 0) line += "（" + time_text(one.first_time) + (one.last_time > one.first_time ? " – " + time_text(one.last_time) : "") + "）";
  if (one.stamp_time > 0) line += "；时间戳 time stamp " + time_text(one.stamp_time);
  return line + "\n";
}

/// What of the books nobody can check with this package; empty where nothing is.
std::string unchecked_text(const BooksUnchecked& unchecked) {
  std::string text;
  if (unchecked.openings_unknown) text += "  未核对：期初余额（账从中间开始） openings: the records begin inside the books\n";
  if (unchecked.withheld_lines > 0) {
    text += "  未核对：已遮蔽的分录 withheld lines " + std::to_string(unchecked.withheld_lines) + "，凭证 vouchers " + std::to_string(unchecked.vouchers_with_withheld) + "\n";
  }
  if (unchecked.reversals > 0) text += "  未核对：冲销 reversals " + std::to_string(unchecked.reversals) + "\n";
  if (unchecked.trial_balances > 0) text += "  未核对：结账余额表 trial balances of closings " + std::to_string(unchecked.trial_balances) + "\n";
  return text;
}

void write_problem(JsonWriter& writer, const char* name, const Problem& problem) {
  writer.key(name);
  writer.begin_object();
  write_text(writer, "code", problem.info->code);
  write_text(writer, "detail", problem.detail);
  write_text(writer, "en", problem.info->en);
  write_text(writer, "place", problem.place);
  write_text(writer, "zh", problem.info->zh);
  writer.end_object();
}

void write_verdict(JsonWriter& writer, const char* name, const Verdict& verdict) {
  writer.key(name);
  writer.begin_object();
  if (verdict.problem) write_problem(writer, "problem", *verdict.problem);
  constexpr const char* kWords[] = {"", "good", "bad", "not_checked"};
  write_text(writer, "state", kWords[static_cast<int>(verdict.state)]);
  writer.end_object();
}

void write_checkpoint(JsonWriter& writer, const CheckpointVerdict& one) {
  writer.begin_object();
  write_number(writer, "first_time", one.first_time);
  writer.key("has_quorum");
  writer.boolean(one.has_quorum);
  writer.key("is_signed");
  writer.boolean(one.is_signed);
  write_number(writer, "last_time", one.last_time);
  write_text(writer, "origin", one.origin);
  write_text(writer, "root", one.root);
  writer.key("size");
  writer.integer(one.size);
  write_number(writer, "stamp_time", one.stamp_time);
  write_text(writer, "suite", suite_name(one.suite));
  write_words(writer, "witnesses", one.witnesses);
  writer.end_object();
}

}  // namespace

std::string report_text(const PackageVerdict& verdict) {
  std::string text = "明账审计包核验 Mingzhang package: " + conclusion(verdict.exit_code()) + "\n";
  if (verdict.unreadable) return text + to_text(*verdict.unreadable) + "\n";
  text += "  账套 book      " + verdict.book + "\n";
  text += "  记录 records   " + std::to_string(verdict.range.from) + " … " + std::to_string(verdict.range.to - 1) + "，全账 of " + std::to_string(verdict.range.size) +
          "；入账 posted " + verdict.first_at + " – " + verdict.last_at + "\n";
  text += "  凭证 vouchers  " + std::to_string(verdict.vouchers) + "；分录 lines " + std::to_string(verdict.lines);
  text += "\n" + unchecked_text(verdict.unchecked) + "\n";
  for (const auto& [name, one] : named(verdict)) {
    text += "  " + std::string(name) + "：" + state_words(*one) + "\n";
    if (one->problem) text += to_text(*one->problem) + "\n";
  }
  for (const CheckpointVerdict& one : verdict.checkpoints) text += checkpoint_line(one);
  for (const std::string& seal : verdict.seals) text += "    清单签名 manifest signed by: " + seal + "\n";
  text += "\n  本核验说明这些账是否就是签名、见证过的那些账，是否平衡、连号；不说明有无未入账的收支。\n"
          "  It says whether these are the books that were signed and witnessed, balanced and gapless; not whether money was left out of them.\n";
  return text;
}

std::string report_json(const PackageVerdict& verdict) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "book", verdict.book);
  writer.key("checkpoints");
  writer.begin_array();
  for (const CheckpointVerdict& one : verdict.checkpoints) write_checkpoint(writer, one);
  writer.end_array();
  writer.key("exit_code");
  writer.integer(verdict.exit_code());
  write_number(writer, "from", verdict.range.from);
  write_number(writer, "lines", verdict.lines);
  write_number(writer, "records", verdict.records);
  write_words(writer, "seals", verdict.seals);
  write_number(writer, "size", verdict.range.size);
  write_number(writer, "to", verdict.range.to);
  if (verdict.unreadable) write_problem(writer, "unreadable", *verdict.unreadable);
  writer.key("verdicts");
  writer.begin_object();
  write_verdict(writer, "books", verdict.books);
  write_verdict(writer, "derived", verdict.derived);
  write_verdict(writer, "files", verdict.files);
  write_verdict(writer, "history", verdict.history);
  write_verdict(writer, "since", verdict.since);
  write_verdict(writer, "who", verdict.who);
  writer.end_object();
  write_number(writer, "vouchers", verdict.vouchers);
  write_number(writer, "withheld", verdict.unchecked.withheld_lines);
  writer.end_object();
  return writer.take();
}

}  // namespace mingzhang::audit
