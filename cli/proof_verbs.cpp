// SPDX-License-Identifier: Apache-2.0
// Verifying books.
#include <cstdint>
#include <string>

#include "base/json.h"
#include "base/outcome.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/verb.h"
#include "cli/verdict.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"
#include "service/verify.h"

namespace mingzhang::cli {
namespace {

int run_verify(Desk& desk, const Values&) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  return opened ? verify_and_show(desk, *opened, desk.options().book) : desk.exit_code();
}

/// The two lines of a problem in one.
std::string sentence_of(const Problem& problem) {
  std::string text = mingzhang::to_text(problem);
  for (char& letter : text) letter = letter == '\n' ? ' ' : letter;
  return plain(text);
}

}  // namespace

std::string verdict_json(const service::VerifyReport& report) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("books");
  writer.begin_array();
  for (const service::BookVerdict& verdict : report.books) {
    writer.begin_object();
    writer.key("book");
    writer.text(verdict.book);
    writer.key("first_problem");
    if (verdict.first_problem) writer.text(sentence_of(*verdict.first_problem));
    if (!verdict.first_problem) writer.raw("null");
    writer.key("records");
    writer.integer(verdict.records);
    writer.key("sha256_root");
    writer.text(verdict.sha256_root);
    writer.key("sm3_root");
    writer.text(verdict.sm3_root);
    writer.end_object();
  }
  writer.end_array();
  writer.key("ok");
  writer.boolean(report.is_ok());
  writer.end_object();
  return writer.take();
}

std::string verdict_text(const service::VerifyReport& report) {
  std::string text;
  for (const service::BookVerdict& verdict : report.books) {
    text += verdict.book + ": " + (verdict.first_problem ? "有问题 NOT sound" : "完好 sound") + "，" +
            std::to_string(verdict.records) + " 条记录 records\n";
    if (verdict.first_problem) text += mingzhang::to_text(*verdict.first_problem) + "\n";
    text += "  SHA-256 " + verdict.sha256_root + "\n  SM3     " + verdict.sm3_root + "\n";
  }
  return text;
}

service::VerifyReport verify(Desk& desk, const service::OpenedDatabase& opened, const std::string& book) {
  return service::verify(opened, book, desk.backend().open_scratch,
                         [&desk](const std::string& name, std::int64_t done, std::int64_t all) {
                           desk.output().note(name + ": " + std::to_string(done) + " / " + std::to_string(all));
                         });
}

int verify_and_show(Desk& desk, const service::OpenedDatabase& opened, const std::string& book) {
  const service::VerifyReport report = verify(desk, opened, book);
  if (report.books.empty() && !book.empty()) {
    return desk.output().refuse(service::refusal(service::info_of(service::RequestOutcome::BookUnknown), plain(book)));
  }
  if (report.books.empty()) return desk.output().refuse(service::refusal(service::ReadingOutcome::BooksMissing, ""));
  desk.output().data(desk.output().is_json() ? verdict_json(report) : verdict_text(report));
  return report.is_ok() ? kDone : kBroken;
}

std::vector<Verb> proof_verbs() {
  return {
      {"", "verify", "验证：重算每个哈希、重放每条记录、核对每个余额 recompute every hash, replay every record, compare every "
                     "balance; --book limits it to one book",
       {}, run_verify},
  };
}

}  // namespace mingzhang::cli
