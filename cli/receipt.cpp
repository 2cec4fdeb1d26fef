// SPDX-License-Identifier: Apache-2.0
// Renders receipts.
#include "cli/receipt.h"

#include "base/json.h"

namespace mingzhang::cli {

std::string receipt_json(const service::Receipt& receipt, const std::vector<std::string>& vouchers, bool is_dry_run) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("book");
  writer.text(receipt.book);
  writer.key("dry_run");
  writer.boolean(is_dry_run);
  writer.key("first_seq");
  writer.integer(receipt.first_seq);
  writer.key("is_repeat");
  writer.boolean(receipt.is_repeat);
  writer.key("leaf_sha256");
  writer.text(receipt.leaf_sha256);
  writer.key("leaf_sm3");
  writer.text(receipt.leaf_sm3);
  writer.key("records");
  writer.integer(receipt.records);
  writer.key("vouchers");
  writer.begin_array();
  for (const std::string& voucher : vouchers) writer.text(voucher);
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string receipt_text(const service::Receipt& receipt, const std::vector<std::string>& vouchers, bool is_dry_run) {
  constexpr std::size_t kShown = 5;
  std::string text = is_dry_run          ? "试算通过，没有入账 checked, nothing was booked: "
                     : receipt.is_repeat ? "早已入账，未重复 booked before, not again: "
                                         : "已入账 booked: ";
  text += receipt.book;
  for (std::size_t i = 0; i < vouchers.size() && i < kShown; ++i) text += (i == 0 ? " " : "，") + vouchers[i];
  if (vouchers.size() > kShown) text += " … 共 " + std::to_string(vouchers.size()) + " 张";
  text += "\n记录 records " + std::to_string(receipt.first_seq);
  if (receipt.records > 1) text += "–" + std::to_string(receipt.first_seq + receipt.records - 1);
  text += "\nSHA-256 " + receipt.leaf_sha256 + "\nSM3     " + receipt.leaf_sm3 + "\n";
  return text;
}

}  // namespace mingzhang::cli
