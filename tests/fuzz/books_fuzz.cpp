// SPDX-License-Identifier: Apache-2.0
// Any bytes as a log: each line that is a record, with the lines behind it that are none. Whatever stands there, the books are
// read to their end and every derived file is written.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/books/books.h"
#include "audit/books/derived.h"
#include "audit/books/line.h"
#include "audit/record.h"
#include "base/check.h"

namespace {

using mingzhang::audit::Books;
using mingzhang::audit::DerivedWriter;

/// Reads the log and writes every file beside it.
class FuzzedLog {
 public:
  FuzzedLog() : books_(mingzhang::audit::BooksStart{}) {
    for (const mingzhang::audit::DerivedFile& file : mingzhang::audit::derived_files()) {
      writers_.emplace_back(&file, DerivedWriter(file, [this](std::string_view text) { written_ += text.size(); }));
    }
  }

  void take_line(std::string_view line) {
    auto record = mingzhang::audit::parse_record(line);
    if (!record) {
      const auto fast = mingzhang::audit::read_book_line(line, 1);
      MZ_CHECK(fast == mingzhang::audit::read_book_line_slowly(line, 1));
      lines_.append(line).push_back('\n');
      return;
    }
    finish_record();
    static_cast<void>(mingzhang::audit::reversal_named_by(line));
    record_ = std::move(record).value();
  }
  void finish() {
    finish_record();
    for (auto& [file, writer] : writers_) {
      if (is_written(*file, books_)) writer.end(books_);
    }
    MZ_CHECK(written_ > 0);
  }

 private:
  void finish_record() {
    if (record_) {
      for (const mingzhang::Problem& problem : books_.add(*record_, lines_)) MZ_CHECK(!to_text(problem).empty());
      for (auto& [file, writer] : writers_) writer.add(*record_, books_);
    }
    record_.reset();
    lines_.clear();
  }

  Books books_;
  std::vector<std::pair<const mingzhang::audit::DerivedFile*, DerivedWriter>> writers_;
  std::optional<mingzhang::audit::ParsedRecord> record_;
  std::string lines_;
  std::size_t written_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  FuzzedLog log;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    log.take_line(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  log.finish();
  return 0;
}
