// SPDX-License-Identifier: Apache-2.0
// Procedures of the seed documents as lists of steps: taken in their order, with the days of publicity between them.
#include <string>
#include <vector>

#include "tests/households/sample_register.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

namespace hh = households;
using Steps = std::vector<hh::PlannedStep>;

/// 两公示一公告 as in the system of recording poor households: two notices and one announcement. The documents do not
/// say for how many days; seven is the usual parameter of a county.
const Steps kIdentification = {{"农户申请", 0},     {"村民主评议", 0}, {"村公示", 0}, {"乡镇审核", 7},
                               {"乡镇公示", 0},     {"县复审", 7},     {"县公告", 0}, {"一户一卡", 0}};
/// 昆都仑区: 提出、评议、审核、“两公示”、确认.
const Steps kExit = {{"提出", 0}, {"评议", 0}, {"审核", 0}, {"公示一", 0}, {"公示二", 7}, {"确认", 7}};
/// 诗礼乡: four signatures, then two reviews.
const Steps kForm = {{"户主签字", 0}, {"调查人签字", 0}, {"队长签字", 0},
                     {"副队长签字", 0}, {"乡复核", 0},   {"县审核", 0}};

struct Running {
  Running(const std::string& name, const Steps& steps) : procedure(name) {
    sample.run(new_household(1, kVillage1, "2014-06-01", 1));
    sample.run(hh::StartProcedure{"H1", procedure, day("2015-01-01"), steps});
  }
  hh::TakeStep step(const std::string& name, std::string_view iso) const {
    return hh::TakeStep{"H1", procedure, name, day(iso), true, ""};
  }
  hh::ProcedureProgress progress() { return sample.current().procedures("H1").progress(procedure); }

  SampleRegister sample;
  std::string procedure;
};

}  // namespace

TEST_CASE("INV-16 two notices and one announcement are taken in their order, each notice for its days",
          "[households]") {
  Running running("识别", kIdentification);
  running.sample.run(running.step("农户申请", "2015-01-01"));
  CHECK(running.sample.answer(running.step("村公示", "2015-01-05")) == "StepOutOfOrder");
  running.sample.run(running.step("村民主评议", "2015-01-05"));
  running.sample.run(running.step("村公示", "2015-01-06"));
  // Six days of notice are too few, seven are enough.
  CHECK(running.sample.answer(running.step("乡镇审核", "2015-01-12")) == "StepTooEarly");
  running.sample.run(running.step("乡镇审核", "2015-01-13"));
  CHECK(running.sample.answer(running.step("乡镇公示", "2015-01-12")) == "StepTooEarly");  // before the step before it
  running.sample.run(running.step("乡镇公示", "2015-01-13"));
  running.sample.run(running.step("县复审", "2015-01-20"));
  running.sample.run(running.step("县公告", "2015-01-20"));
  CHECK_FALSE(running.progress().is_finished());
  running.sample.run(running.step("一户一卡", "2015-02-01"));
  CHECK(running.progress().is_finished());
  CHECK(running.sample.answer(running.step("一户一卡", "2015-02-02")) == "ProcedureEnded");
}

TEST_CASE("the exit procedure refuses what skips or swaps a step", "[households]") {
  // The two sequences that the case KQ-13 calls invalid.
  Running swapped("退出", kExit);
  swapped.sample.run(swapped.step("提出", "2015-01-01"));
  CHECK(swapped.sample.answer(swapped.step("审核", "2015-01-02")) == "StepOutOfOrder");
  Running skipped("退出", kExit);
  for (const char* name : {"提出", "评议", "审核", "公示一"}) skipped.sample.run(skipped.step(name, "2015-01-02"));
  CHECK(skipped.sample.answer(skipped.step("确认", "2015-03-01")) == "StepOutOfOrder");
  skipped.sample.run(skipped.step("公示二", "2015-01-09"));
  skipped.sample.run(skipped.step("确认", "2015-01-16"));
  CHECK(skipped.progress().is_finished());
}

TEST_CASE("four signatures stand before two reviews, with the digest of what was signed", "[households]") {
  Running running("核定表", kForm);
  CHECK(running.sample.answer(running.step("乡复核", "2015-01-02")) == "StepOutOfOrder");
  for (std::size_t index = 0; index < 4; ++index) {
    hh::TakeStep step = running.step(kForm[index].name, "2015-01-02");
    step.evidence = digest_of(static_cast<int>(index));
    running.sample.run(step);
  }
  running.sample.flush();
  CHECK(running.sample.store().steps_of("H1")[3].evidence == digest_of(3));
  CHECK(running.sample.answer(running.step("县审核", "2015-01-03")) == "StepOutOfOrder");
  running.sample.run(running.step("乡复核", "2015-01-03"));
  running.sample.run(running.step("县审核", "2015-01-04"));
}

TEST_CASE("a step that is not passed ends the run, and the procedure can be started again", "[households]") {
  Running running("退出", kExit);
  hh::TakeStep failed = running.step("提出", "2015-01-01");
  failed.passed = false;
  running.sample.run(failed);
  CHECK_FALSE(running.progress().is_running());
  CHECK(running.sample.answer(running.step("评议", "2015-01-02")) == "ProcedureEnded");
  // Steps of a later run may be others: the list stands in the record that started it.
  running.sample.run(hh::StartProcedure{"H1", "退出", day("2016-01-01"), kForm});
  running.sample.flush();
  running.sample.reopen();
  CHECK(running.progress().run == 2);
  CHECK(running.sample.answer(running.step("提出", "2016-01-02")) == "StepUnknown");
  CHECK(running.sample.answer(running.step("户主签字", "2015-12-31")) == "StepTooEarly");
  running.sample.run(running.step("户主签字", "2016-01-01"));
}

TEST_CASE("INV-16 a step past the checks stops the program", "[households]") {
  Running running("识别", kIdentification);
  for (const char* name : {"农户申请", "村民主评议", "村公示"}) running.sample.run(running.step(name, "2015-01-02"));
  CHECK(aborts([&] { hh::apply(hh::Command(running.step("乡镇审核", "2015-01-08")), 99, running.sample.current()); }));
}

}  // namespace mingzhang::tests
