// SPDX-License-Identifier: Apache-2.0
// INV-07: what is posted stays; it is only ever reversed, once, by a linked voucher.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/sample_book.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::VoucherRequest;

VoucherRequest payment() {
  VoucherRequest request = transfer("2016-03-05", "5001", "1011", 700, "F1");
  request.lines[0].project = "P1";
  request.lines[0].subject = "H-1";
  request.lines[1].summary = "代发";
  request.source = "A-1";
  request.attachments = {std::string(64, 'b')};
  return request;
}

ledger::Totals totals(SampleBook& sample, const std::string& account) {
  const ledger::AccountId id = sample.book().accounts().find(account)->id;
  return sample.book().balances().totals_now({id, sample.book().funds().find("F1")->id});
}

}  // namespace

TEST_CASE("a reversal holds every line on its other side and names its voucher", "[ledger][post]") {
  const VoucherRequest reversal = ledger::reversal_of(ledger::Voucher{payment(), 12}, day("2016-04-01"), "重复");
  CHECK(reversal.kind == ledger::VoucherKind::Reversal);
  CHECK(reversal.date == day("2016-04-01"));
  CHECK(reversal.summary == "冲销 2016-03 记-0012");
  CHECK(reversal.reason == "重复");
  CHECK(reversal.source.empty());
  CHECK(reversal.attachments.empty());
  CHECK(reversal.reverses == ledger::VoucherName{month("2016-03"), ledger::VoucherType::General, 12});
  VoucherRequest turned = payment();
  turned.lines[0].side = ledger::Side::Credit;
  turned.lines[1].side = ledger::Side::Debit;
  CHECK(reversal.lines == turned.lines);
}

TEST_CASE("INV-07 a reversal restores the balances and links both vouchers", "[ledger][post]") {
  SampleBook sample;
  const VoucherRequest request = payment();
  sample.run(request);
  const std::int64_t seq = sample.book().head().records;
  CHECK(sample.run(ledger::reversal_of(ledger::Voucher{request, 1}, day("2016-05-01"), "样例")) == 1);
  CHECK(totals(sample, "5001").net(ledger::Side::Debit).is_zero());
  CHECK(totals(sample, "1011").net(ledger::Side::Debit).is_zero());
  CHECK(totals(sample, "5001").debit.fen() == 700);  // both stand, nothing was taken away

  CHECK(sample.difference() == "");
  const auto original = sample.store().voucher(month("2016-03"), ledger::VoucherType::General, 1);
  const auto reversal = sample.store().voucher(month("2016-05"), ledger::VoucherType::General, 1);
  REQUIRE(original.has_value());
  REQUIRE(reversal.has_value());
  CHECK(original->reversed_by == seq);
  CHECK(reversal->seq == seq);
  CHECK(reversal->reversed_by == -1);
}

TEST_CASE("INV-07 a voucher is reversed once, and a reversal never", "[ledger][post]") {
  SampleBook sample;
  const VoucherRequest request = payment();
  sample.run(request);
  const VoucherRequest reversal = ledger::reversal_of(ledger::Voucher{request, 1}, day("2016-03-06"), "样例");
  sample.run(reversal);
  for (const bool is_fresh : {false, true}) {
    if (is_fresh) {
      sample.flush();
      sample.reopen();
    }
    CHECK(sample.answer(reversal) == "AlreadyReversed");
    CHECK(sample.answer(ledger::reversal_of(ledger::Voucher{reversal, 2}, day("2016-03-07"), "样例")) ==
          "ReversalOfReversal");
  }
  CHECK(aborts([&] { ledger::apply(reversal, 3, sample.book().head().records, sample.book()); }));
  // It can be posted anew, and that voucher reversed again.
  CHECK(sample.run(request) == 3);
  CHECK(sample.answer(ledger::reversal_of(ledger::Voucher{request, 3}, day("2016-03-07"), "样例")) == "Ok");
}

TEST_CASE("INV-07 a reversal is the whole voucher turned round, nothing else, and not before it", "[ledger][post]") {
  SampleBook sample;
  sample.run(payment());
  const VoucherRequest good = ledger::reversal_of(ledger::Voucher{payment(), 1}, day("2016-03-05"), "样例");
  REQUIRE(sample.answer(good) == "Ok");
  const auto changed = [&good](auto change) {
    VoucherRequest request = good;
    change(request);
    return request;
  };
  CHECK(sample.answer(changed([](VoucherRequest& r) { r.kind = ledger::VoucherKind::Ordinary; })) == "ReversalMalformed");
  CHECK(sample.answer(changed([](VoucherRequest& r) { r.reverses.reset(); })) == "ReversalMalformed");
  CHECK(sample.answer(changed([](VoucherRequest& r) { r.date = day("2016-03-04"); })) == "ReversalBeforeOriginal");
  for (const auto& change : std::vector<std::function<void(VoucherRequest&)>>{
           [](VoucherRequest& r) { for (ledger::Line& line : r.lines) line.amount = Money::from_fen(699); },
           [](VoucherRequest& r) { std::swap(r.lines[0], r.lines[1]); },
           [](VoucherRequest& r) { r.lines[0].project.clear(); },
           [](VoucherRequest& r) { r.lines[0].subject = "H-2"; },
           [](VoucherRequest& r) { for (ledger::Line& line : r.lines) line.fund = "F2"; },
           [](VoucherRequest& r) { r.lines[0].account = "3001"; },
           [](VoucherRequest& r) { r.lines[0].side = ledger::Side::Debit; r.lines[1].side = ledger::Side::Credit; },
       }) {
    CHECK(sample.answer(changed(change)) == "ReversalDiffers");
  }
}

TEST_CASE("an undone reversal can be made again", "[ledger][post]") {
  SampleBook sample;
  const VoucherRequest request = payment();
  sample.run(request);
  sample.flush();
  sample.reopen();
  const VoucherRequest reversal = ledger::reversal_of(ledger::Voucher{request, 1}, day("2016-03-06"), "样例");
  sample.mark();
  sample.run(reversal);
  sample.undo();
  CHECK(sample.answer(reversal) == "Ok");
  sample.run(reversal);
  CHECK(sample.difference() == "");
}

TEST_CASE("INV-07 the store of a book has no way to change or remove a line", "[ledger][post]") {
  SampleBook sample;
  sample.run(payment());
  sample.flush();
  const auto before = sample.store().line(ledger::LineId{1});
  sample.run(ledger::reversal_of(ledger::Voucher{payment(), 1}, day("2016-03-06"), "样例"));
  sample.flush();
  const auto after = sample.store().line(ledger::LineId{1});
  REQUIRE(before.has_value());
  REQUIRE(after.has_value());
  CHECK(before->amount == after->amount);
  CHECK(before->side == after->side);
  CHECK(aborts([&] { sample.store().insert_lines(std::span(&*after, 1)); }));
}

}  // namespace mingzhang::tests
