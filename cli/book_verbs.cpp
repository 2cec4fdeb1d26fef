// SPDX-License-Identifier: Apache-2.0
// Books: opening, listing, showing.
#include <utility>

#include "cli/desk.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/lists.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

int run_create(Desk& desk, const Values& values) {
  service::NewBook book;
  book.name = values.text("BOOK");
  book.title = values.is_given("--title") ? values.text("--title") : book.name;
  book.from = values.text("--from");
  book.chart = values.text("--template");
  book.by = desk.options().user;
  Result<service::Request, service::Refusal> request = service::opening_of(book);
  if (!request) return desk.output().refuse(request.error());
  return desk.submit(std::move(request).value(), service::Access::Create);
}

int run_list(Desk& desk, const Values&) {
  return show_list(desk, [](const service::BookPlace& place, service::Format format) {
    return service::list_books(*place.opened.database, format);
  });
}

int run_show(Desk& desk, const Values&) { return show_list(desk, service::show_book); }

int run_templates(Desk& desk, const Values&) { return desk.show(service::list_templates(format_of(desk))); }

}  // namespace

std::vector<Verb> book_verbs() {
  return {
      {"book", "create",
       "建账；建账人成为管理员，不写 --as 则由系统建账 open a book; its maker becomes administrator, without --as the system",
       {{"BOOK", ValueKind::Argument, true, "", "账套代号：a–z 0–9 - _ . name"},
        {"--from", ValueKind::Text, true, "DATE", "启用日期或月份 first day or month"},
        {"--template", ValueKind::Text, false, "NAME", "科目表模板，见 book templates chart to start with"},
        {"--title", ValueKind::Text, false, "TEXT", "账套名称 title"}},
       run_create},
      {"book", "list", "列出账套 list the books", {}, run_list},
      {"book", "show", "显示账套概况 show one book", {}, run_show},
      {"book", "templates", "列出科目表模板 list the charts a book can start with", {}, run_templates},
  };
}

}  // namespace mingzhang::cli
