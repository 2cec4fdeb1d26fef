// SPDX-License-Identifier: Apache-2.0
// ordered_gates: steps that must be passed one after the other, e.g. 调研、论证、申报、招标、监理、报账、审计.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kGateFields{
    Field{"name", FieldType::Name, true, "关口", "the gate"},
    Field{"title", FieldType::Text, false, "说明", "what it is"},
    Field{"title_en", FieldType::Text, false, "英文", "its name in English"},
};

constexpr std::array kFields{
    Field{"gates", FieldType::Objects, true, "各关口，按先后", "the gates in their order", {},
          [] { return std::span<const Field>(kGateFields); }},
    Field{"repeats", FieldType::Boolean, false, "已过的关口可以再过（如再次公示）",
          "a gate that was passed may be passed again, e.g. a second notice"},
};

constexpr std::array kResults{
    ResultMember{"valid", "true | false", "全部关口依次完成", "all gates were passed in order"},
    ResultMember{"so_far", "true | false", "至今没有错乱", "nothing is wrong so far"},
    ResultMember{"missing", "list of names", "还没有过的关口", "gates not passed yet"},
    ResultMember{"next", "name", "下一关口", "the next gate"},
    ResultMember{"first_problem", "{position, event, expected?, sentence, sentence_en}", "第一处错误", "the first fault"},
};

struct Event {
  std::string name;
  std::string date_text;
};

struct Fault {
  std::size_t position = 0;  // from 1
  std::string event;
  std::string expected;
  std::string zh;
  std::string en;
};

/// "a@2016-05-01,b，c" → events.
std::vector<Event> events_of(std::string text) {
  constexpr std::string_view kComma = "，";
  for (std::size_t at = text.find(kComma); at != std::string::npos; at = text.find(kComma)) text.replace(at, kComma.size(), ",");
  std::vector<Event> events;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view word = trimmed(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    const std::size_t at = word.find('@');
    events.push_back({std::string(trimmed(word.substr(0, at))),
                      at == std::string_view::npos ? std::string() : std::string(trimmed(word.substr(at + 1)))});
  }
  return events;
}

class OrderedGates : public RuleBody {
 public:
  OrderedGates(std::vector<std::string> gates, bool repeats) : gates_(std::move(gates)), repeats_(repeats) {}

  std::vector<Input> inputs() const override {
    return {{"events", InputType::Text, "", true, "", "已办的事，按先后，逗号分隔，可注日期：名称@2016-05-01",
             "what was done, in order, with commas; a day may follow: name@2016-05-01"}};
  }

  Answer evaluate(const Given& given) const override {
    const std::vector<Event> events = events_of(given.text("events"));
    for (const Event& event : events) {
      if (event.date_text.empty() || parse_date(event.date_text)) continue;
      return refused(given.problem(PolicyOutcome::InputNotDate, "events", shortened(event.name, 60)));
    }
    std::size_t passed = 0;
    const std::optional<Fault> fault = walk(events, passed);
    const std::vector<std::string> missing(gates_.begin() + static_cast<std::ptrdiff_t>(passed), gates_.end());
    Computation computation;
    computation.result = {{"valid", json_flag(!fault && missing.empty())},
                          {"so_far", json_flag(!fault)},
                          {"missing", json_texts(missing)}};
    if (!missing.empty()) computation.result.emplace_back("next", json_text(missing.front()));
    if (fault) computation.result.emplace_back("first_problem", fault_json(*fault));
    for (const std::string& gate : gates_) computation.formula += (computation.formula.empty() ? "" : " → ") + gate;
    computation.formula += "：已过 " + std::to_string(passed) + "/" + std::to_string(gates_.size());
    if (fault) computation.formula += "；" + fault->zh;
    return computation;
  }

 private:
  std::optional<Fault> walk(const std::vector<Event>& events, std::size_t& passed) const {
    std::string latest;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const std::string& name = events[i].name;
      const std::string expected = passed < gates_.size() ? gates_[passed] : std::string();
      const auto found = std::find(gates_.begin(), gates_.end(), name);
      if (found == gates_.end()) return Fault{i + 1, name, expected, "没有“" + name + "”这一关口", "there is no gate \"" + name + "\""};
      const auto place = static_cast<std::size_t>(found - gates_.begin());
      if (place < passed && !repeats_) {
        return Fault{i + 1, name, expected, "“" + name + "”已经办过", "\"" + name + "\" was passed already"};
      }
      if (place > passed) {
        return Fault{i + 1, name, expected, "“" + name + "”之前须先办“" + expected + "”",
                     "\"" + expected + "\" comes before \"" + name + "\""};
      }
      const std::string& date = events[i].date_text;
      if (!date.empty() && !latest.empty() && date < latest) {
        return Fault{i + 1, name, expected, "“" + name + "”的日期 " + date + " 早于前一关口的 " + latest,
                     "\"" + name + "\" is dated " + date + ", before " + latest + " of the gate before it"};
      }
      if (!date.empty()) latest = date;
      if (place == passed) ++passed;
    }
    return std::nullopt;
  }

  static JsonValue fault_json(const Fault& fault) {
    JsonMembers members{{"event", json_text(fault.event)},
                        {"position", json_of(static_cast<std::int64_t>(fault.position))},
                        {"sentence", json_text(fault.zh)},
                        {"sentence_en", json_text(fault.en)}};
    if (!fault.expected.empty()) members.emplace_back("expected", json_text(fault.expected));
    return JsonValue::make_object(std::move(members));
  }

  std::vector<std::string> gates_;
  bool repeats_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  std::vector<std::string> gates;
  parameters.refuse_repeated("gates", "name");
  for (const Parameters& item : parameters.objects("gates")) gates.push_back(item.text("name"));
  return std::make_unique<OrderedGates>(std::move(gates), parameters.flag("repeats", false));
}

}  // namespace

const Kind kOrderedGatesKind{
    "ordered_gates",
    "依次办理的关口",
    "steps in a fixed order",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"gates":[{"name":"提出"},{"name":"评议"},{"name":"审核"},{"name":"确认"}]})",
    "events=提出@2016-05-01,评议@2016-05-08"};

}  // namespace mingzhang::policy
