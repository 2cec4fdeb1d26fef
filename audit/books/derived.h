// SPDX-License-Identifier: Apache-2.0
// The files of a package that follow from its records and lines, and from nothing else: written once by whoever makes the
// package, and once more, to be compared, by whoever checks it.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "audit/books/books.h"
#include "audit/record.h"

namespace mingzhang::audit {

/// Takes the next bytes of one file.
using DerivedSink = std::function<void(std::string_view)>;

/// A record whose voucher is being written.
struct DerivedVoucher {
  const ParsedRecord& record;
  const BookVoucher& voucher;
  const Books& books;
};

/// How one derived file comes about. Pure functions: no clock, no locale, no floating point number, no state of their own.
struct DerivedFile {
  std::string_view name;        ///< in the package, e.g. "data/csv/vouchers.csv"
  bool needs_balances = false;  ///< written only where `Books::has_balances` when all records are read
  /// Appends the head; asked before the first voucher, or at the end where there is none.
  void (*begin)(const Books& books, std::string& text) = nullptr;
  /// Appends what one voucher adds; null where the file needs the whole books only.
  void (*add)(const DerivedVoucher& voucher, std::string& text) = nullptr;
  /// Writes the rest, piece by piece.
  void (*end)(const Books& books, const DerivedSink& sink) = nullptr;
};

/// All of them in bytewise order of their names.
std::span<const DerivedFile> derived_files();

/// True where a package of these books, read to their end, has this file.
bool is_written(const DerivedFile& file, const Books& books);

/// One derived file while it is written. Feed it every record in order, right after `Books::add` took it.
/// Example: for each record { books.add(record, lines); writer.add(record, books); } writer.end(books);
class DerivedWriter {
 public:
  DerivedWriter(const DerivedFile& file, DerivedSink sink) : file_(file), sink_(std::move(sink)) {}

  /// Writes what the record adds. A file with `add` == nullptr needs no calls.
  void add(const ParsedRecord& record, const Books& books);
  /// Writes the rest. Requires `is_written`.
  void end(const Books& books);

 private:
  void begin(const Books& books);

  const DerivedFile& file_;
  DerivedSink sink_;
  std::string text_;
  bool has_begun_ = false;
};

}  // namespace mingzhang::audit
