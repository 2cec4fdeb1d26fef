// SPDX-License-Identifier: Apache-2.0
// The kinds that judge: bands, gates, checklists, notices, masks, codes, levels.
#include <string>
#include <vector>

#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::tests::AskedRule;
using Places = std::vector<std::string>;

const char* const kExit = R"({"gates":[{"name":"提出"},{"name":"评议"},{"name":"审核"},{"name":"公示1"},{"name":"公示2"},{"name":"确认"}]})";

}  // namespace

TEST_CASE("a score belongs to exactly one band, its borders as the pack says", "[policy][score_bands]") {
  const AskedRule bands("score_bands",
                        R"({"bands":[{"name":"未脱贫","from":"0","from_inclusive":true,"to":"60","to_inclusive":false},)"
                        R"({"name":"易返贫","from":"60","from_inclusive":true,"to":"80","to_inclusive":true},)"
                        R"({"name":"稳定脱贫","from":"80","from_inclusive":false}],)"
                        R"("disputed":[{"score":"80","bands":["易返贫","稳定脱贫"],"sentence":"八十分有两说","sentence_en":"eighty is in two"}]})");
  CHECK(bands.member("band", "score=0") == R"("未脱贫")");
  CHECK(bands.member("band", "score=59.99") == R"("未脱贫")");
  CHECK(bands.member("band", "score=60.00") == R"("易返贫")");
  CHECK(bands.member("band", "score=80.00") == R"("易返贫")");
  CHECK(bands.member("band", "score=80.01") == R"("稳定脱贫")");
  CHECK(bands.member("band", "score=100") == R"("稳定脱贫")");
  CHECK(bands.evaluation("score=80").warnings.size() == 1);
  CHECK(bands.evaluation("score=79.99").warnings.empty());
}

TEST_CASE("items add up to a score within their maximum", "[policy][score_bands]") {
  const AskedRule bands("score_bands",
                        R"({"items":[{"name":"house","title":"房","max":"20"},{"name":"grain","title":"粮"}],)"
                        R"("bands":[{"name":"低","from":"0","from_inclusive":true,"to":"60","to_inclusive":false},)"
                        R"({"name":"高","from":"60","from_inclusive":true,"to":"100","to_inclusive":true}]})");
  CHECK(bands.result("score.house=20 score.grain=40") == R"({"band":"高","score":"60"})");
  CHECK(bands.result("score.house=19.99 score.grain=40") == R"({"band":"低","score":"59.99"})");
  CHECK(bands.refusals("score.house=20.01 score.grain=40") == Places{"POLICY-312 rule rule, input score.house"});
  CHECK(bands.refusals("score.house=20") == Places{"POLICY-304 rule rule, input score.grain"});
  CHECK(bands.refusals("score=60 score.house=20") == Places{"POLICY-313 rule rule, input score"});
}

TEST_CASE("gates are passed in their order", "[policy][ordered_gates]") {
  // "严格执行提出、评议、审核、“两公示”、确认五大工作程序"
  const AskedRule exit("ordered_gates", kExit);
  CHECK(exit.result("events=提出,评议,审核,公示1,公示2,确认") == R"({"missing":[],"so_far":true,"valid":true})");
  CHECK(exit.result("events=提出，评议") == R"({"missing":["审核","公示1","公示2","确认"],"next":"审核","so_far":true,"valid":false})");
  CHECK(exit.member("first_problem", "events=提出,审核,评议") ==
        R"({"event":"审核","expected":"评议","position":2,"sentence":"“审核”之前须先办“评议”","sentence_en":"\"评议\" comes before \"审核\""})");
  CHECK(exit.member("so_far", "events=提出,评议,审核,公示1,确认") == "false");
  CHECK(exit.member("so_far", "events=提出,提出") == "false");
  CHECK(exit.member("so_far", "events=抽签") == "false");
  CHECK(exit.member("valid", "events=提出,评议,审核,公示1,公示2,确认,确认") == "false");
}

TEST_CASE("dates of gates do not run backwards", "[policy][ordered_gates]") {
  const AskedRule exit("ordered_gates", kExit);
  CHECK(exit.member("so_far", "events=提出@2016-05-01,评议@2016-05-01") == "true");
  CHECK(exit.member("so_far", "events=提出@2016-05-02,评议,审核@2016-05-01") == "false");
  CHECK(exit.refusals("events=提出@2016-02-30") == Places{"POLICY-308 rule rule, input events"});
}

TEST_CASE("a gate may be passed again where the pack allows it", "[policy][ordered_gates]") {
  const AskedRule again("ordered_gates", R"({"gates":[{"name":"a"},{"name":"b"}],"repeats":true})");
  CHECK(again.result("events=a,a,b,a") == R"({"missing":[],"so_far":true,"valid":true})");
  CHECK(again.member("so_far", "events=b,a") == "false");
}

TEST_CASE("what is unknown does not hold", "[policy][checklist]") {
  const std::string items = R"("items":[{"id":"1","title":"甲"},{"id":"2","title":"乙"},{"id":"3","title":"丙"}])";
  const AskedRule all("checklist", "{" + items + R"(,"all_must_hold":true})");
  CHECK(all.result("item.1=yes item.2=yes item.3=yes") == R"({"count":3,"failed":[],"holds":true,"unknown":[]})");
  CHECK(all.result("item.1=yes item.2=no") == R"({"count":3,"failed":["2"],"holds":false,"unknown":["3"]})");
  CHECK(all.member("holds", "item.1=yes item.2=yes") == "false");
  const AskedRule any("checklist", "{" + items + R"(,"all_must_hold":false})");
  CHECK(any.member("holds", "item.2=yes") == "true");
  CHECK(any.member("holds", "item.2=no") == "false");
}

TEST_CASE("a notice hangs for its days and is over on the day after", "[policy][publicity]") {
  const AskedRule notices("publicity",
                          R"({"steps":[{"name":"village","title":"村公示","level":"village","kind":"notice","days":7},)"
                          R"({"name":"township","title":"乡镇公示","level":"township","kind":"notice"},)"
                          R"({"name":"county","title":"县公告","level":"county","kind":"announcement","days":0}]})");
  CHECK(notices.result("posted.village=2016-02-25 posted.township=2016-03-03 days.township=10 posted.county=2016-03-14") ==
        R"({"announcements":1,"free_from":"2016-03-14","missing":[],"notices":2,"steps":[)"
        R"({"name":"village","posted":"2016-02-25","until":"2016-03-03"},)"
        R"({"name":"township","posted":"2016-03-03","until":"2016-03-13"},)"
        R"({"name":"county","posted":"2016-03-14","until":"2016-03-14"}]})");
  CHECK(notices.member("missing", "posted.village=2016-02-25") == R"(["township","county"])");
  CHECK(notices.member("free_from", "posted.village=2016-02-25").empty());
  const std::string all = "posted.village=2016-02-25 posted.township=2016-03-03 posted.county=2016-03-14";
  CHECK(notices.member("days_unknown", all) == R"(["township"])");
  CHECK(notices.member("free_from", all).empty());
  CHECK(notices.evaluation("posted.village=2016-03-04 posted.township=2016-03-03").warnings.size() == 1);
  CHECK(notices.refusals("posted.village=2999-12-31") == Places{"POLICY-404 rule rule, input posted.village"});
}

TEST_CASE("masks show what the pack allows and explanations show nothing", "[policy][masking]") {
  // The number is the example of GB 11643; the card is synthetic.
  const AskedRule masks("masking",
                        R"({"fields":[{"field":"name","style":"surname"},{"field":"id_card","style":"tail4"},)"
                        R"({"field":"id_office","style":"region_tail4"},{"field":"card","style":"head4_tail4"},)"
                        R"({"field":"phone","style":"hidden"},{"field":"village","style":"full"}]})");
  const auto answer = masks.evaluation(
      "name=张三 id_card=11010519491231002X id_office=11010519491231002X card=6228480000000000000 phone=13800000001 village=甲村");
  CHECK(answer.result.bytes() ==
        R"({"card":"6228***********0000","id_card":"**************002X","id_office":"110105********002X","name":"张*",)"
        R"("phone":"***","village":"甲村"})");
  CHECK(answer.explanation.bytes().find("19491231") == std::string::npos);
  CHECK(answer.explanation.bytes().find("13800000001") == std::string::npos);
  CHECK(masks.refusals("") == Places{"POLICY-304 rule rule, input name"});
}

TEST_CASE("an open list accepts what it does not know", "[policy][code_list]") {
  const std::string codes = R"("codes":[{"code":"illness","title":"因病"}])";
  const AskedRule open("code_list", "{" + codes + R"(,"open":true,"exclusive":false,"stated_count":11})");
  CHECK(open.result("code=illness") == R"({"accepted":true,"known":true,"title":"因病"})");
  CHECK(open.result("code=flood") == R"({"accepted":true,"known":false})");
  CHECK(open.evaluation("code=flood").warnings.size() == 1);
  const AskedRule closed("code_list", "{" + codes + R"(,"open":false,"exclusive":true})");
  CHECK(closed.result("code=flood") == R"({"accepted":false,"known":false})");
}

TEST_CASE("registers agree or the first that differs is named", "[policy][levels]") {
  const AskedRule levels("levels",
                         R"({"levels":[{"name":"person","title":"人","document":"卡"},{"name":"household","title":"户","document":"档"},)"
                         R"({"name":"village","title":"村","document":"簿"}]})");
  CHECK(levels.result("persons.person=9 persons.household=9 persons.village=9") == R"({"agree":true})");
  CHECK(levels.result("persons.person=9 persons.household=8 persons.village=7") ==
        R"({"agree":false,"first_difference":{"got":8,"level":"household","wanted":9}})");
}

TEST_CASE("a figure is what the document states", "[policy][figure]") {
  const AskedRule figure("figure", R"({"value":"7.53","unit":"万人"})");
  CHECK(figure.result("") == R"({"unit":"万人","value":"7.53"})");
  CHECK(figure.refusals("value=8") == Places{"POLICY-303 rule rule, input value"});
}
