// SPDX-License-Identifier: Apache-2.0
// Asking store and records once per voucher.
#include "reports/line_texts.h"

#include <optional>
#include <utility>

#include "base/world_error.h"

namespace mingzhang::reports {

namespace {

[[noreturn]] void throw_damaged(std::int64_t seq) {
  throw WorldError(WorldFault::Damaged, "line without its voucher: record " + std::to_string(seq));
}

}  // namespace

std::string LineTexts::summary(const ledger::PostedLine& line) {
  const Head& head = head_of(line.seq);
  std::optional<std::string> own = reader_.line_summary_of(line.seq, line.id.value - head.first_line.value);
  if (!own) throw_damaged(line.seq);
  return own->empty() ? head.summary : std::move(*own);
}

const std::string& LineTexts::project(ledger::ProjectId id) {
  const auto [entry, is_new] = projects_.try_emplace(id.value);
  if (is_new && !id.is_none()) {
    const std::optional<ledger::Project> project = store_.project(id);
    if (!project) throw WorldError(WorldFault::Damaged, "unknown project " + std::to_string(id.value));
    entry->second = project->code;
  }
  return entry->second;
}

const std::string& LineTexts::subject(ledger::SubjectId id) {
  const auto [entry, is_new] = subjects_.try_emplace(id.value);
  if (is_new && !id.is_none()) {
    const std::optional<ledger::Subject> subject = store_.subject(id);
    if (!subject) throw WorldError(WorldFault::Damaged, "unknown subject " + std::to_string(id.value));
    entry->second = subject->code;
  }
  return entry->second;
}

const LineTexts::Head& LineTexts::head_of(std::int64_t seq) {
  const auto found = heads_.find(seq);
  if (found != heads_.end()) return found->second;
  const std::optional<RecordedVoucher> recorded = reader_.head_of(seq);
  if (!recorded) throw_damaged(seq);
  const ledger::VoucherName name = recorded->voucher.name();
  const std::optional<ledger::PostedVoucher> posted = store_.voucher(name.period, name.type, name.number);
  if (!posted || posted->seq != seq) throw_damaged(seq);
  Head head{ledger::number_text(name.type, name.number), recorded->voucher.request.summary, posted->first_line};
  return heads_.emplace(seq, std::move(head)).first->second;
}

}  // namespace mingzhang::reports
