// SPDX-License-Identifier: Apache-2.0
// Divisions, households and their members. What names people comes from files or standard input, never from the words.
#include <istream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/outcome.h"
#include "service/reading/register_reading.h"
#include "service/setup/register_setup.h"

namespace mingzhang::cli {
namespace {

service::RegisterQuery query_of(Desk& desk, const Values& values) {
  service::RegisterQuery query;
  const auto text = [&values](std::string_view name) { return values.has(name) ? values.text(name) : std::string(); };
  query.as_of = text("--as-of");
  query.division = text("--division");
  query.household_class = text("--class");
  query.cause = text("--cause");
  if (values.has("--status")) query.statuses = values.list("--status");
  query.is_unmasked = values.has("--unmasked") && values.is_given("--unmasked");
  query.today = desk.clock().today();
  return query;
}

service::HouseholdChange change_of(const Values& values) {
  return {values.text("CODE"), values.text("--date"), values.has("--reason") ? values.text("--reason") : std::string()};
}

service::ProcedureWords procedure_of(const Values& values) {
  return {values.text("CODE"), values.text("PROCEDURE"), values.text("--date")};
}

int run_division_add(Desk& desk, const Values& values) {
  return desk.submit(service::add_division({values.text("CODE"), values.text("NAME"), values.text("--level"),
                                            values.text("--parent"), values.text("--from"), values.text("--to")}));
}

int run_division_end(Desk& desk, const Values& values) {
  return desk.submit(service::end_division({values.text("CODE"), values.text("--date"), values.text("--into")}));
}

int run_division_list(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::list_divisions(place, query_of(desk, values), format);
  });
}

int list_households(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::list_households(place, query_of(desk, values), format);
  });
}

int show_household(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::show_household(place, values.text("CODE"), query_of(desk, values), format);
  });
}

int run_class(Desk& desk, const Values& values) {
  return desk.submit(service::classify_household(change_of(values), values.text("CLASS")));
}

int run_status(Desk& desk, const Values& values) {
  return desk.submit(service::change_status(change_of(values), values.text("STATUS")));
}

int run_cause(Desk& desk, const Values& values) {
  return desk.submit(service::change_causes(change_of(values), values.list("--cause")));
}

int run_responsible(Desk& desk, const Values& values) {
  return desk.submit(service::assign_responsible(change_of(values), values.text("--person"), values.text("--unit")));
}

int run_move(Desk& desk, const Values& values) {
  return desk.submit(service::move_household(change_of(values), values.text("--division")));
}

/// The text of --personal; empty where it was not given, nothing where the file cannot be read.
std::optional<std::string> personal_of(Desk& desk, const Values& values) {
  const std::string path = values.text("--personal");
  if (path.empty()) return std::string();
  if (path == "-") return std::string(std::istreambuf_iterator<char>(desk.input()), {});
  std::optional<std::string> text = read_file(path);
  if (!text) desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, plain(path)));
  return text;
}

int run_member(Desk& desk, const Values& values) {
  const std::optional<std::string> personal = personal_of(desk, values);
  if (!personal) return kNotFound;
  service::MemberWords words;
  words.household = values.text("CODE");
  words.person = values.text("--person");
  words.date = values.text("--date");
  words.reason = values.text("--reason");
  words.to_household = values.text("--to");
  words.relation = values.text("--relation");
  words.new_head = values.text("--new-head");
  words.is_head = values.is_given("--head");
  words.personal = *personal;
  service::NewRequest request = service::change_member(values.text("ACTION"), words);
  if (!request) return desk.output().refuse(request.error());
  return desk.submit(std::move(request).value());
}

int run_erase(Desk& desk, const Values& values) {
  const service::NewCommand command =
      service::erase_person(values.text("PERSON"), desk.clock().today(), values.text("--reason"));
  if (!command) return desk.output().refuse(command.error());
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  service::Request request;
  request.commands.push_back(*command);
  const int code = desk.submit_on(*open, std::move(request));
  if (desk.options().is_dry_run) return code;
  if (open->writer->has_erased_remains()) {
    desk.output().note("另有人正在读取，数据库日志里可能还有残留；请稍后重做一次本命令 somebody is reading: the log of the database may "
                       "still hold what was erased; run this command again later");
  }
  if (code == kDone) desk.output().note("以前的备份仍含有这些内容，须另行销毁 older backups still hold the values: destroy them");
  return code;
}

int run_procedure(Desk& desk, const Values& values) {
  return desk.submit(service::start_procedure(procedure_of(values), values.list("--step")));
}

int run_step(Desk& desk, const Values& values) {
  return desk.submit(service::take_step(
      procedure_of(values), {values.text("STEP"), values.text("--evidence"), !values.is_given("--failed")}));
}

int run_score(Desk& desk, const Values& values) {
  return desk.submit(service::record_score({values.text("CODE"), values.text("RULE"), values.text("--date"),
                                            values.text("SCORE"), values.text("--band"), values.text("--evidence")}));
}

int run_checklist(Desk& desk, const Values& values) {
  return desk.submit(service::record_checklist(procedure_of(values), values.list("--item")));
}

OptionSpec word(const char* name, const char* help) { return {name, ValueKind::Argument, true, "", help}; }
OptionSpec text(const char* name, bool is_required, const char* value, const char* help) {
  return {name, ValueKind::Text, is_required, value, help};
}
OptionSpec list(const char* name, bool is_required, const char* value, const char* help) {
  return {name, ValueKind::List, is_required, value, help};
}
OptionSpec code_argument() { return word("CODE", "户编号 code of the household"); }
OptionSpec date_option() { return text("--date", true, "DATE", "从这一天起 from this day on"); }
OptionSpec as_of_option() { return text("--as-of", false, "DATE", "截止日期（默认今天） the day; today by default"); }
OptionSpec evidence_option() { return text("--evidence", false, "SHA256", "佐证材料的摘要 digest of a document"); }

std::vector<Verb> division_verbs() {
  return {
      {"division", "add", "登记行政区划 add a division",
       {word("CODE", "区划代码，2 至 15 位数字 code"), word("NAME", "名称 name"),
        text("--level", true, "LEVEL", "county 县、township 乡镇、village 村、group 组"),
        text("--parent", false, "CODE", "上级区划，县以外必填 division above; all but counties have one"),
        text("--from", true, "DATE", "启用日期 first day in force"),
        text("--to", false, "DATE", "停用日期 first day no longer in force")},
       run_division_add},
      {"division", "end", "撤销或并入别的区划 end a division or merge it into another",
       {word("CODE", "区划代码 code"), date_option(), text("--into", false, "CODE", "并入的区划 division that it is merged into")},
       run_division_end},
      {"division", "list", "列出行政区划 list the divisions", {as_of_option()}, run_division_list},
  };
}

std::vector<Verb> household_change_verbs() {
  return {
      {"household", "class", "调整类别 change the class", {code_argument(), word("CLASS", "类别 class"), date_option()}, run_class},
      {"household", "status", "调整状态 change the status",
       {code_argument(), word("STATUS", "in 在册、exited 脱贫、returned 返贫、removed 剔除、identified 已识别"), date_option(),
        reason_option(true)},
       run_status},
      {"household", "cause", "调整致贫原因，主因在前 change the causes, the main one first",
       {code_argument(), list("--cause", true, "CAUSE", "致贫原因，可重复 a cause; may be repeated"), date_option()}, run_cause},
      {"household", "responsible", "指定帮扶责任人和单位（代号） who answers for the household, by codes",
       {code_argument(), text("--person", false, "CODE", "帮扶责任人 official"),
        text("--unit", false, "CODE", "帮扶单位 unit"), date_option()},
       run_responsible},
      {"household", "move", "迁到别的村组 move to another village or group",
       {code_argument(), text("--division", true, "CODE", "迁入的村组 village or group"), date_option(), reason_option(true)},
       run_move},
      {"household", "member", "成员增加、减少、迁户，或更正个人信息 members who join, leave or move, or whose values change",
       {code_argument(), word("ACTION", "join 增加, leave 减少, move 迁户, update 更正个人信息"),
        text("--person", true, "CODE", "人员编号 code of the person"), date_option(), reason_option(false),
        text("--to", false, "CODE", "迁入的户 household that is joined by a move"),
        text("--relation", false, "WORD", "与户主关系 relation to the head"),
        {"--head", ValueKind::Flag, false, "", "为户主 is the head"},
        text("--new-head", false, "CODE", "新户主 head from then on"),
        text("--personal", false, "FILE", "个人信息文件，- 为标准输入 file with the values; -: standard input")},
       run_member},
      {"household", "erase-person", "抹除一人的个人信息（须两人，不可恢复） erase a person's values; two people, for ever",
       {word("PERSON", "人员编号 code of the person"), reason_option(true)}, run_erase},
  };
}

std::vector<Verb> assessment_verbs() {
  const OptionSpec procedure = word("PROCEDURE", "程序名称 procedure as the policy names it");
  return {
      {"household", "procedure", "启动程序 start a procedure",
       {code_argument(), procedure, list("--step", true, "NAME:DAYS", "步骤及公示天数，可重复 a step and its days; may be repeated"),
        date_option()},
       run_procedure},
      {"household", "step", "办理程序的下一步 take the next step of a procedure",
       {code_argument(), procedure, word("STEP", "步骤名称 step"), date_option(),
        {"--failed", ValueKind::Flag, false, "", "未通过，程序终止 not passed: this run of the procedure ends"},
        evidence_option()},
       run_step},
      {"household", "score", "记录评分 record a score",
       {code_argument(), word("RULE", "评分规则 rule"), word("SCORE", "分数，如 87.25 score"),
        text("--band", true, "BAND", "档次 band"), date_option(), evidence_option()},
       run_score},
      {"household", "checklist", "记录清单 record a checklist",
       {code_argument(), word("PROCEDURE", "清单名称 checklist"),
        list("--item", true, "ITEM=ANSWER", "如 住房安全=是|否|不详，可重复 an item; may be repeated"), date_option()},
       run_checklist},
  };
}

std::vector<Verb> list_verbs() {
  return {
      {"household", "show", "查看一户及其成员，个人信息打码 show a household and its members, masked",
       {code_argument(), as_of_option(),
        {"--unmasked", ValueKind::Flag, false, "", "不打码，仅限经管单位内部 not masked: inside the office only"}},
       show_household},
      {"household", "list", "列出户 list households",
       {text("--division", false, "CODE", "某区划及其下级 in or below a division"),
        text("--class", false, "CLASS", "类别 class"), text("--cause", false, "CAUSE", "主要致贫原因 main cause"),
        list("--status", false, "STATUS", "状态，可重复 a status; may be repeated"), as_of_option()},
       list_households},
  };
}

}  // namespace

std::vector<Verb> household_verbs() {
  std::vector<Verb> verbs = division_verbs();
  for (auto* make : {list_verbs, household_change_verbs, assessment_verbs}) {
    std::vector<Verb> some = make();
    verbs.insert(verbs.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  }
  return verbs;
}

}  // namespace mingzhang::cli
