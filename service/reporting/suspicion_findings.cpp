// SPDX-License-Identifier: Apache-2.0
// Runs the tests: people first, then every payment once, then what is left.
#include "service/reporting/suspicion_findings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "suspicion/shared_value.h"
#include "suspicion/watch.h"

namespace mingzhang::service {
namespace {

using suspicion::Payment;
using suspicion::Test;
using suspicion::Watch;

std::string counted(std::int64_t count) { return std::to_string(count); }

Finding not_checked(Test test, std::string zh, std::string en) {
  return Finding{test, false, std::move(zh), std::move(en), {}};
}

Finding checked(Test test, std::string zh, std::string en, std::vector<suspicion::Hit> hits) {
  return Finding{test, true, std::move(zh), std::move(en), std::move(hits)};
}

/// The tests that compare personal values, while people and payments come by.
class PeopleTests {
 public:
  explicit PeopleTests(const SuspicionSettings& settings) : settings_(settings) {}

  void read_people(SuspicionBook& book) {
    const bool asks = settings_.asks(Test::SharedCard) || settings_.asks(Test::SharedPhone) ||
                      (settings_.asks(Test::Staff) && settings_.staff);
    if (!asks) return;
    count_ = book.people([this](const households::PersonalValues& values, const std::string& household) {
      if (settings_.asks(Test::SharedCard)) cards_.add(values.card, values.person, household);
      if (settings_.asks(Test::SharedPhone)) phones_.add(values.phone, values.person, household);
      if (!settings_.staff || !settings_.asks(Test::Staff) || values.id_number.empty()) return;
      ++with_id_number_;
      if (settings_.staff->contains(values.id_number)) add_staff(values.person, household);
    });
    card_count_ = cards_.count();
    phone_count_ = phones_.count();
    const suspicion::Thresholds& limits = settings_.thresholds;
    watch_groups(std::move(cards_).groups(limits.card_households), "银行卡", "one card", card_watch_);
    watch_groups(std::move(phones_).groups(limits.phone_households), "电话", "one phone", phone_watch_);
  }

  void see(const Payment& payment) {
    card_watch_.see(payment);
    phone_watch_.see(payment);
    staff_watch_.see(payment);
  }
  void see_waiting(const Payment& payment) { staff_watch_.see(payment); }
  bool watches_staff() const { return !staff_watch_.is_empty(); }

  Finding card_finding() { return shared(Test::SharedCard, card_count_, "银行卡号", "cards", card_watch_); }
  Finding phone_finding() { return shared(Test::SharedPhone, phone_count_, "电话", "phones", phone_watch_); }

  Finding staff_finding() {
    if (!settings_.staff) return not_checked(Test::Staff, "没有提供名单（--staff）", "no list was given (--staff)");
    if (settings_.staff->size() == 0) {
      return not_checked(Test::Staff, "名单中没有身份证号", "the list holds no ID number");
    }
    if (with_id_number_ == 0) {
      return not_checked(Test::Staff, "账套中没有身份证号（未登记或已抹除）", "the book holds no ID numbers: none entered, or erased");
    }
    const std::string unreadable = counted(settings_.staff_unreadable);
    return checked(Test::Staff,
                   "名单 " + counted(static_cast<std::int64_t>(settings_.staff->size())) + " 人（另有 " + unreadable +
                       " 行不是身份证号），比对 " + counted(with_id_number_) + " 人，" + missing_zh(with_id_number_),
                   counted(with_id_number_) + " people compared; " + unreadable + " rows of the list are no ID numbers; " +
                       missing_en(with_id_number_),
                   std::move(staff_watch_).hits());
  }

 private:
  std::int64_t missing(std::int64_t compared) const { return std::max<std::int64_t>(0, count_.registered - compared); }
  std::string missing_zh(std::int64_t compared) const { return "在册 " + counted(missing(compared)) + " 人没有此项，未能比对"; }
  std::string missing_en(std::int64_t compared) const { return counted(missing(compared)) + " members have no such value"; }

  void add_staff(const std::string& person, const std::string& household) {
    const std::size_t hit = staff_watch_.add_hit("名单中的人在该户", "somebody on the list belongs to this household");
    staff_watch_.hits_so_far()[hit].items.push_back({household, person, Date(), Money(), {}});
    staff_watch_.add_person(hit, person);
    staff_watch_.add_household(hit, household, true);
  }

  static void watch_groups(const std::vector<suspicion::Sharing>& groups, const char* zh, const char* en, Watch& watch) {
    for (const suspicion::Sharing& group : groups) {
      const std::string people = counted(static_cast<std::int64_t>(group.members.size()));
      const std::string homes = counted(group.households);
      const std::size_t hit = watch.add_hit("同一" + std::string(zh) + " " + people + " 人 " + homes + " 户",
                                            std::string(en) + ", " + people + " people, " + homes + " households");
      for (const suspicion::Sharing::Member& member : group.members) {
        watch.hits_so_far()[hit].items.push_back({member.household, member.person, Date(), Money(), {}});
        watch.add_person(hit, member.person);
        watch.add_household(hit, member.household, false);
      }
    }
  }

  Finding shared(Test test, std::int64_t count, const char* zh, const char* en, Watch& watch) {
    if (count == 0) {
      return not_checked(test, "账套中没有" + std::string(zh) + "（未登记或已抹除）",
                         "the book holds no " + std::string(en) + ": none entered, or erased");
    }
    return checked(test, "比对 " + counted(count) + " 人，" + missing_zh(count),
                   counted(count) + " people compared; " + missing_en(count), std::move(watch).hits());
  }

  const SuspicionSettings& settings_;
  PeopleCount count_;
  std::int64_t card_count_ = 0;
  std::int64_t phone_count_ = 0;
  std::int64_t with_id_number_ = 0;
  suspicion::SharedValues cards_;
  suspicion::SharedValues phones_;
  Watch card_watch_;
  Watch phone_watch_;
  Watch staff_watch_;
};

std::vector<suspicion::Hit> register_hits(const suspicion::RegisterAtPayment& days, Test test) {
  if (test == Test::ExitedHousehold) return days.left_hits();
  return test == Test::NotRegistered ? days.unregistered_hits() : days.class_hits();
}

/// The tests over payments, in one pass.
void run_payment_tests(SuspicionBook& book, const SuspicionSettings& settings, std::vector<Finding>& findings) {
  const std::array register_tests{Test::ExitedHousehold, Test::NotRegistered, Test::ClassChanged};
  const bool asks_register = std::any_of(register_tests.begin(), register_tests.end(), [&settings](Test test) { return settings.asks(test); });
  PeopleTests people(settings);
  people.read_people(book);
  suspicion::RegisterAtPayment days;
  if (asks_register) days = book.register_days();
  const bool has_register = !days.is_empty();
  const std::int64_t count = book.payments([&](const Payment& payment) {
    people.see(payment);
    if (has_register) days.see(payment);
  });
  if (people.watches_staff()) book.waiting_rows([&people](const Payment& payment) { people.see_waiting(payment); });
  if (settings.asks(Test::SharedCard)) findings.push_back(people.card_finding());
  if (settings.asks(Test::SharedPhone)) findings.push_back(people.phone_finding());
  for (const Test test : register_tests) {
    if (!settings.asks(test)) continue;
    if (!has_register || count == 0) {
      findings.push_back(has_register ? not_checked(test, "账上没有发放记录", "nothing was paid to households")
                                      : not_checked(test, "登记册中没有户", "the register is empty"));
      continue;
    }
    findings.push_back(checked(test, "核对 " + counted(count) + " 笔发放", counted(count) + " payments looked at",
                               register_hits(days, test)));
  }
  if (settings.asks(Test::Staff)) findings.push_back(people.staff_finding());
}

Finding publicity_finding(SuspicionBook& book, const SuspicionSettings& settings) {
  const std::vector<suspicion::PaidList> lists = book.paid_lists();
  if (lists.empty()) return not_checked(Test::ShortPublicity, "没有已发放的清单", "no list was paid");
  const std::string count = counted(static_cast<std::int64_t>(lists.size()));
  return checked(Test::ShortPublicity, "核对 " + count + " 张清单", count + " lists looked at",
                 suspicion::short_publicity(lists, settings.thresholds.publicity_days));
}

Finding split_finding(SuspicionBook& book, const SuspicionSettings& settings) {
  if (!settings.limit) return not_checked(Test::Split, "没有给出审批限额（--limit）", "no approval limit was given (--limit)");
  const std::vector<suspicion::Spending> spendings = book.spendings();
  if (spendings.empty()) return not_checked(Test::Split, "没有拨付、报账、预付或清单", "nothing was allocated, reported or listed");
  const std::string count = counted(static_cast<std::int64_t>(spendings.size()));
  return checked(Test::Split, "核对 " + count + " 笔，限额 " + to_yuan(*settings.limit), count + " amounts looked at",
                 suspicion::split_amounts(spendings, {*settings.limit, settings.thresholds.split_days}));
}

void run_benefit_tests(SuspicionBook& book, const SuspicionSettings& settings, std::vector<Finding>& findings) {
  suspicion::RepeatedClaims claims;
  suspicion::OverRule over;
  std::int64_t explained = 0;
  const bool asks_rule = settings.asks(Test::OverRule);
  const std::int64_t count = book.benefits([&](const funds::Benefit& benefit, const Payment& payment) {
    claims.see({benefit.programme, benefit.person, benefit.year, benefit.eligible, payment});
    if (!asks_rule) return;
    const std::optional<Money> rule = book.rule_amount_of(payment.source);
    if (rule) ++explained;
    over.see({payment, benefit.eligible, rule});
  });
  const auto none = [](Test test) { return not_checked(test, "账上没有到人补助", "no benefit was granted to anybody"); };
  if (settings.asks(Test::RepeatedClaim)) {
    findings.push_back(count == 0 ? none(Test::RepeatedClaim)
                                  : checked(Test::RepeatedClaim, "核对 " + counted(count) + " 笔补助",
                                            counted(count) + " benefits looked at", claims.hits()));
  }
  if (!asks_rule) return;
  findings.push_back(count == 0 ? none(Test::OverRule)
                                : checked(Test::OverRule,
                                          "核对 " + counted(count) + " 笔补助，" + counted(count - explained) +
                                              " 笔没有规则说明，只与费用比较",
                                          counted(count) + " benefits looked at; " + counted(count - explained) +
                                              " without an explanation, compared with their cost only",
                                          std::move(over).hits()));
}

Finding evidence_finding(SuspicionBook& book) {
  const std::vector<suspicion::Evidence> papers = book.evidence();
  if (papers.empty()) {
    return not_checked(Test::RepeatedEvidence, "没有附凭据的报账、结算", "no report of spending has papers");
  }
  const std::string count = counted(static_cast<std::int64_t>(papers.size()));
  return checked(Test::RepeatedEvidence, "核对 " + count + " 份凭据", count + " papers looked at",
                 suspicion::repeated_evidence(papers));
}

Finding idle_finding(SuspicionBook& book, const SuspicionSettings& settings) {
  if (book.funds().indicator_count() == 0) return not_checked(Test::Idle, "没有登记指标", "there are no indicators");
  const std::vector<suspicion::IdleSum> sums = book.idle_sums();
  const std::string days = counted(settings.thresholds.idle_days);
  const std::string count = counted(static_cast<std::int64_t>(sums.size()));
  return checked(Test::Idle, "核对 " + count + " 处结存，限 " + days + " 天", count + " sums looked at, limit " + days + " days",
                 suspicion::long_idle(sums, settings.thresholds.idle_days));
}

}  // namespace

bool SuspicionSettings::asks(Test test) const { return std::find(tests.begin(), tests.end(), test) != tests.end(); }

std::vector<Finding> find_suspicions(SuspicionBook& book, const SuspicionSettings& settings) {
  std::vector<Finding> findings;
  const auto asks_any = [&settings](std::initializer_list<Test> tests) {
    return std::any_of(tests.begin(), tests.end(), [&settings](Test test) { return settings.asks(test); });
  };
  if (asks_any({Test::SharedCard, Test::SharedPhone, Test::ExitedHousehold, Test::NotRegistered, Test::ClassChanged, Test::Staff})) {
    run_payment_tests(book, settings, findings);
  }
  if (settings.asks(Test::ShortPublicity)) findings.push_back(publicity_finding(book, settings));
  if (settings.asks(Test::Split)) findings.push_back(split_finding(book, settings));
  if (asks_any({Test::RepeatedClaim, Test::OverRule})) run_benefit_tests(book, settings, findings);
  if (settings.asks(Test::RepeatedEvidence)) findings.push_back(evidence_finding(book));
  if (settings.asks(Test::Idle)) findings.push_back(idle_finding(book, settings));
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.test < b.test; });
  return findings;
}

}  // namespace mingzhang::service
