// SPDX-License-Identifier: Apache-2.0
// Moving books from one database to another.
#include <string>
#include <vector>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/verb.h"
#include "service/moving/move_book.h"
#include "service/reading/outcome.h"
#include "service/request_outcome.h"

namespace mingzhang::cli {
namespace {

std::string moved_json(const std::vector<service::MovedBook>& books) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("books");
  writer.begin_array();
  for (const service::MovedBook& book : books) {
    writer.begin_object();
    writer.key("book");
    writer.text(book.book);
    writer.key("records");
    writer.integer(book.records);
    writer.key("sha256_root");
    writer.text(book.sha256_root);
    writer.key("sm3_root");
    writer.text(book.sm3_root);
    writer.key("was_done");
    writer.boolean(book.was_done);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string moved_text(const std::vector<service::MovedBook>& books) {
  std::string text;
  for (const service::MovedBook& book : books) {
    text += book.book + ": " + (book.was_done ? "早已迁完 had moved before" : "已迁移 moved") + "，" +
            std::to_string(book.records) + " 条记录 records\n  SHA-256 " + book.sha256_root + "\n  SM3     " + book.sm3_root +
            "\n";
  }
  return text;
}

/// --book, or all; none where there are none.
std::vector<std::string> books_to_move(Desk& desk, const service::OpenedDatabase& from) {
  const std::string& only = desk.options().book;
  std::vector<std::string> names;
  from.database->begin_read();
  for (const ledger::BookName& name : from.database->books()) {
    if (only.empty() || only == name.name) names.push_back(name.name);
  }
  from.database->rollback();
  return names;
}

int run_migrate(Desk& desk, const Values& values) {
  if (desk.options().is_dry_run) return desk.output().refuse(usage_refusal("migrate 不支持 does not know --dry-run"));
  const auto from = service::open_database(desk.backend(), values.text("--from"), service::Access::Write);
  if (!from) return desk.output().refuse(from.error());
  const std::vector<std::string> names = books_to_move(desk, *from);
  if (names.empty() && !desk.options().book.empty()) {
    return desk.output().refuse(
        service::refusal(service::info_of(service::RequestOutcome::BookUnknown), plain(desk.options().book)));
  }
  if (names.empty()) return desk.output().refuse(service::refusal(service::ReadingOutcome::BooksMissing, ""));
  const auto to = service::open_database(desk.backend(), values.text("--to"), service::Access::Create);
  if (!to) return desk.output().refuse(to.error());
  std::vector<service::MovedBook> books;
  for (const std::string& name : names) {
    const auto moved = service::move_book({*from, *to}, name, [&desk](const std::string& book, std::int64_t done, std::int64_t all) {
      desk.output().note(book + ": " + std::to_string(done) + " / " + std::to_string(all));
    });
    if (!moved) {
      for (const service::MovedBook& book : books) desk.output().note(book.book + ": 已迁移 moved");
      return desk.output().refuse(moved.error());
    }
    books.push_back(*moved);
  }
  desk.output().data(desk.output().is_json() ? moved_json(books) : moved_text(books));
  return kDone;
}

}  // namespace

std::vector<Verb> moving_verbs() {
  return {
      {"", "migrate",
       "把账套迁到另一数据库：逐条重放、核对、再切换；中断后重新运行即可 move books to another database by replay; after an "
       "interruption run it again; --book limits it to one book",
       {{"--from", ValueKind::Text, true, "URL", "现在记账的数据库 where the books are written now"},
        {"--to", ValueKind::Text, true, "URL", "新数据库，如 postgresql://books@db1,db2/yanchi the new one"}},
       run_migrate},
  };
}

}  // namespace mingzhang::cli
