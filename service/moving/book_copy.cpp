// SPDX-License-Identifier: Apache-2.0
// The copying of one book.
#include "service/moving/book_copy.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "service/replay.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kTellEvery = 1000;
constexpr std::size_t kAppendAtOnce = 256;
constexpr std::size_t kPeopleAtOnce = 1000;  // as many as one put takes

/// Records on their way into a log; their bytes are its own.
class Appender {
 public:
  explicit Appender(audit::LogStore& log) : log_(log) {}

  void add(const audit::StoredRecord& record) {
    texts_.emplace_back(record.bytes, record.lines);
    records_.push_back(record);
    if (records_.size() == kAppendAtOnce) flush();
  }

  void flush() {
    for (std::size_t number = 0; number < records_.size(); ++number) {
      records_[number].bytes = texts_[number].first;
      records_[number].lines = texts_[number].second;
    }
    if (!records_.empty()) log_.append(records_);
    records_.clear();
    texts_.clear();
  }

 private:
  audit::LogStore& log_;
  std::vector<audit::NewRecord> records_;
  std::vector<std::pair<std::string, std::string>> texts_;
};

void copy_drafts(const BookEnd& from, const BookEnd& to) {
  const auto source = from.opened.database->drafts(from.id);
  const auto target = to.opened.database->drafts(to.id);
  const std::int64_t last = source->last_draft_id();
  for (std::int64_t number = 1; number <= last; ++number) {
    const std::optional<ledger::Draft> draft = source->draft(number);
    if (!draft) continue;
    if (target->draft(number)) {
      target->update_draft(*draft);
    } else {
      target->insert_draft(*draft);
    }
  }
}

void copy_checkpoints(const BookEnd& from, const BookEnd& to) {
  const auto source = from.opened.seals->seals_of(from.id.value);
  const auto target = to.opened.seals->seals_of(to.id.value);
  for (const audit::Suite suite : audit::kSuites) {
    for (const audit::StoredCheckpoint& checkpoint : source->checkpoints(suite)) {
      if (target->checkpoint(suite, checkpoint.size)) {
        target->update_checkpoint(checkpoint);
      } else {
        target->insert_checkpoint(checkpoint);
      }
    }
  }
}

void copy_people(const BookEnd& from, const BookEnd& to) {
  erase_personal_values(to);
  const auto source = from.opened.registers->personal_of(from.id.value);
  const auto target = to.opened.registers->personal_of(to.id.value);
  std::vector<households::PersonalValues> people;
  const auto put = [&] {
    target->put(people);
    people.clear();
  };
  source->for_each([&](const households::PersonalValues& values) {
    people.push_back(values);
    if (people.size() == kPeopleAtOnce) put();
  });
  if (!people.empty()) put();
}

}  // namespace

std::optional<Problem> copy_records(const BookEnd& from, const BookEnd& to, const std::string& name, CopyBounds bounds,
                                    const VerifyProgress& progress) {
  Replay replay(to.opened, to.id, name);
  const auto source = from.opened.logs->log(from.id.value);
  const auto target = to.opened.logs->log(to.id.value);
  Appender appender(*target);
  const std::int64_t first = replay.records();
  source->read(first, bounds.end, [&](const audit::StoredRecord& record) {
    if (!replay.take(record)) return false;
    appender.add(record);
    if (replay.records() % kTellEvery == 0) progress(name, replay.records(), bounds.end);
    return replay.records() - first < bounds.at_most || !replay.is_between_requests();
  });
  replay.finish();
  appender.flush();
  if (replay.problem()) return replay.problem();
  if (replay.records() == first && first < bounds.end) {
    return Problem{&info_of(VerifyOutcome::RecordMissing), "record " + std::to_string(first), ""};
  }
  return std::nullopt;
}

void copy_what_no_record_holds(const BookEnd& from, const BookEnd& to) {
  copy_drafts(from, to);
  copy_checkpoints(from, to);
  copy_people(from, to);
}

void erase_personal_values(const BookEnd& end) {
  const auto personal = end.opened.registers->personal_of(end.id.value);
  std::vector<std::string> people;
  personal->for_each([&](const households::PersonalValues& values) { people.push_back(values.person); });
  for (const std::string& person : people) personal->erase(person);
}

}  // namespace mingzhang::service
