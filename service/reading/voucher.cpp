// SPDX-License-Identifier: Apache-2.0
// Decodes the record of a voucher.
#include "service/reading/voucher.h"

#include "audit/record.h"
#include "base/world_error.h"
#include "service/command.h"

namespace mingzhang::service {

std::optional<reports::RecordedVoucher> LogVouchers::voucher_of(std::int64_t seq) {
  std::optional<reports::RecordedVoucher> result;
  log_.read(seq, seq + 1, [&](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    std::optional<Event> event;
    if (parsed) event = decode_event(parsed->kind, parsed->data, record.lines);
    if (!event) throw WorldError(WorldFault::Damaged, "record " + std::to_string(seq) + " cannot be read; run verify");
    const auto* request = as<ledger::VoucherRequest>(event->command);
    if (request == nullptr) return false;  // of another command of whatever module
    result.emplace();
    result->voucher = ledger::Voucher{*request, event->decision.number};
    result->by = parsed->by;
    result->approved_by = parsed->approved_by;
    result->at = parsed->at;
    return false;
  });
  return result;
}

std::optional<reports::RecordedVoucher> LogVouchers::head_of(std::int64_t seq) {
  std::optional<reports::RecordedVoucher> result;
  log_.read(seq, seq + 1, [&](const audit::StoredRecord& record) {
    const auto parsed = audit::parse_record(record.bytes);
    if (!parsed) throw WorldError(WorldFault::Damaged, "record " + std::to_string(seq) + " cannot be read; run verify");
    if (parsed->kind != "voucher/v1") return false;
    const std::optional<ledger::Voucher> voucher = ledger::decode_voucher(parsed->data, "");
    if (!voucher) throw WorldError(WorldFault::Damaged, "record " + std::to_string(seq) + " cannot be read; run verify");
    result = reports::RecordedVoucher{*voucher, parsed->by, parsed->approved_by, parsed->at};
    return false;
  });
  return result;
}

}  // namespace mingzhang::service
