// SPDX-License-Identifier: Apache-2.0
// Implements the numbering and the collection of lines.
#include "ledger/postings.h"

#include "base/check.h"

namespace mingzhang::ledger {

std::size_t Postings::NameHash::operator()(const VoucherName& name) const {
  return mix_hash(mix_hash(mix_hash(4, name.period.number()), static_cast<std::int64_t>(name.type)), name.number);
}

std::int64_t Postings::last_number(Month period, VoucherType type) {
  const NumberKey key{period, type};
  const auto found = last_numbers_.find(key);
  if (found != last_numbers_.end()) return found->second;
  return last_numbers_.emplace(key, store_.last_number(period, type)).first->second;
}

const PostedVoucher* Postings::voucher(const VoucherName& name) {
  return vouchers_.find(name, [&] { return store_.voucher(name.period, name.type, name.number); });
}

void Postings::add(const PostedVoucher& voucher) {
  const NumberKey key{voucher.period, voucher.type};
  const std::int64_t last = last_number(voucher.period, voucher.type);
  MZ_CHECK(voucher.number == last + 1);  // INV-03
  number_undo_.emplace_back(key, last);
  last_numbers_[key] = voucher.number;
  vouchers_.insert(VoucherName{voucher.period, voucher.type, voucher.number}, voucher);
}

void Postings::set_reversed_by(const VoucherName& name, std::int64_t seq) {
  const PostedVoucher* found = voucher(name);
  MZ_CHECK(found != nullptr && found->reversed_by < 0);
  vouchers_.change(name).reversed_by = seq;
}

std::optional<PostedLine> Postings::line(LineId id) {
  if (!lines_.empty() && id >= lines_.front().id) {
    const auto index = static_cast<std::size_t>(id.value - lines_.front().id.value);
    return index < lines_.size() ? std::optional(lines_[index]) : std::nullopt;
  }
  return store_.line(id);
}

void Postings::undo_to(const Mark& mark) {
  vouchers_.undo_to(mark.vouchers);
  while (number_undo_.size() > mark.numbers) {
    last_numbers_[number_undo_.back().first] = number_undo_.back().second;
    number_undo_.pop_back();
  }
  lines_.resize(mark.lines);
}

void Postings::forget_undo() {
  vouchers_.forget_undo();
  number_undo_.clear();
}

void Postings::flush() {
  store_.insert_lines(lines_);
  lines_.clear();
  const auto [added, changed] = vouchers_.take_pending();
  store_.insert_vouchers(added);
  store_.update_vouchers(changed);
  vouchers_.clear();  // written vouchers are rarely asked for again
  number_undo_.clear();
}

}  // namespace mingzhang::ledger
