// SPDX-License-Identifier: Apache-2.0
// Reading with libcsv, which knows quotes but no line numbers: it is fed one physical line after the other.
#include "service/imports/csv.h"

#include <csv.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/encoding.h"
#include "base/world_error.h"

namespace mingzhang::service {
namespace {

/// How much libcsv gets at once, so that a monstrous cell is noticed before it fills the memory.
constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

ImportOutcome outcome_of_encoding(EncodingError::Problem problem) {
  switch (problem) {
    case EncodingError::Problem::NulByte: return ImportOutcome::NulByte;
    case EncodingError::Problem::Neither: return ImportOutcome::WrongEncoding;
    case EncodingError::Problem::Mixed: return ImportOutcome::MixedEncodings;
    case EncodingError::Problem::Utf16: return ImportOutcome::Utf16;
  }
  return ImportOutcome::WrongEncoding;
}

/// Finds where physical lines end: behind LF, CR LF or CR. Looks at every byte about twice, whatever the line ends are.
class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text), feed_(std::min(text.find('\n'), text.size())) {}

  /// The end of the line that begins at `start`. Requires: `start` grows from call to call.
  std::size_t after(std::size_t start) {
    if (feed_ < start) feed_ = std::min(text_.find('\n', start), text_.size());
    if (mark_ < start || start == 0) mark_ = std::min(text_.find('\r', start), text_.size());
    if (mark_ + 1 < feed_) return mark_ + 1;
    return std::min(feed_ + 1, text_.size());
  }

 private:
  std::string_view text_;
  std::size_t feed_;
  std::size_t mark_ = 0;
};

/// libcsv's parser and the row that it is about to complete.
class Reader {
 public:
  explicit Reader(const CsvVisitor& visit) : visit_(visit) {
    // Without the strict options a quote inside a cell would become part of the text and eat the following rows.
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) {
      throw WorldError(WorldFault::Other, "libcsv cannot start");
    }
    csv_set_blk_size(&parser_, 4096);
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::optional<CsvError> read(std::string_view text) {
    LineEnds ends(text);
    for (std::size_t start = 0; start < text.size() && !is_stopped_;) {
      const std::size_t end = ends.after(start);
      begin_line();
      for (std::size_t from = start; from < end; from += kPieceBytes) {
        feed(text.substr(from, std::min(end - from, kPieceBytes)), from - start);
        if (error_) return std::move(error_);
      }
      start = end;
    }
    if (is_stopped_) return std::nullopt;
    if (csv_fini(&parser_, &Reader::on_cell, &Reader::on_row, this) != 0) {
      return CsvError{ImportOutcome::UnterminatedQuote, row_line_, next_column(), ""};
    }
    return std::move(error_);
  }

 private:
  static void on_cell(void* bytes, std::size_t size, void* self) {
    static_cast<Reader*>(self)->take_cell(std::string_view(static_cast<const char*>(bytes), size));
  }
  static void on_row(int, void* self) { static_cast<Reader*>(self)->take_row(); }

  std::int64_t next_column() const { return static_cast<std::int64_t>(ends_.size()) + 1; }

  /// A row begins with the first line that is not blank; inside a quoted cell even blank lines belong to it.
  void begin_line() {
    ++line_;
    if (ends_.empty() && parser_.quoted == 0) row_line_ = line_;
  }

  /// `offset`: where in its line the piece begins.
  void feed(std::string_view piece, std::size_t offset) {
    const std::size_t taken = csv_parse(&parser_, piece.data(), piece.size(), &Reader::on_cell, &Reader::on_row, this);
    if (error_) return;
    if (taken != piece.size()) {
      const int error = csv_error(&parser_);
      if (error == CSV_ENOMEM || error == CSV_ETOOBIG) throw WorldError(WorldFault::OutOfMemory, "libcsv");
      error_ = CsvError{ImportOutcome::StrayQuote, line_, next_column(),
                        "byte " + std::to_string(offset + taken + 1) + " of the line"};
      return;
    }
    // A quote that is never closed makes one cell of the rest of the file: end early.
    if (parser_.entry_pos > kCsvCellBytesMax + kPieceBytes) fail_cell(parser_.entry_pos);
  }

  void fail_cell(std::size_t size) {
    error_ = CsvError{ImportOutcome::CellTooLong, row_line_, next_column(),
                      "≥ " + std::to_string(size) + " > " + std::to_string(kCsvCellBytesMax) + " bytes"};
  }

  void take_cell(std::string_view cell) {
    if (error_ || is_stopped_) return;
    if (cell.size() > kCsvCellBytesMax) return fail_cell(cell.size());
    if (ends_.size() == kCsvColumnsMax) {
      error_ = CsvError{ImportOutcome::TooManyColumns, row_line_, next_column(), "> " + std::to_string(kCsvColumnsMax)};
      return;
    }
    bytes_ += cell;
    ends_.push_back(bytes_.size());
  }

  void take_row() {
    if (error_ || is_stopped_) return;
    if (++rows_ > kCsvRowsMax) {
      error_ = CsvError{ImportOutcome::TooManyRows, row_line_, 0, "> " + std::to_string(kCsvRowsMax)};
      return;
    }
    cells_.clear();
    std::size_t start = 0;
    for (const std::size_t end : ends_) {
      cells_.push_back(std::string_view(bytes_).substr(start, end - start));
      start = end;
    }
    is_stopped_ = !visit_(CsvRow{row_line_, cells_});
    bytes_.clear();
    ends_.clear();
  }

  const CsvVisitor& visit_;
  csv_parser parser_{};
  std::string bytes_;              // of the row's cells, one behind the other
  std::vector<std::size_t> ends_;  // of each cell in bytes_
  std::vector<std::string_view> cells_;
  std::optional<CsvError> error_;
  std::int64_t line_ = 0;      // being fed
  std::int64_t row_line_ = 0;  // where the row began
  std::int64_t rows_ = 0;
  bool is_stopped_ = false;
};

}  // namespace

Result<std::string, CsvError> csv_text(std::string_view file_bytes) {
  if (file_bytes.size() > kCsvBytesMax) {
    return Err(CsvError{ImportOutcome::FileTooLarge, 0, 0,
                        std::to_string(file_bytes.size()) + " > " + std::to_string(kCsvBytesMax) + " bytes"});
  }
  Result<DecodedText, EncodingError> decoded = decode_text(file_bytes);
  if (!decoded) {
    const EncodingError& error = decoded.error();
    return Err(CsvError{outcome_of_encoding(error.problem), static_cast<std::int64_t>(error.line), 0,
                        "byte " + std::to_string(error.offset) + " of the file"});
  }
  return std::move(decoded).value().utf8;
}

std::optional<CsvError> read_csv(std::string_view utf8, const CsvVisitor& visit) {
  return Reader(visit).read(utf8);
}

}  // namespace mingzhang::service
