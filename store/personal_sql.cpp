// SPDX-License-Identifier: Apache-2.0
// Keeping, finding and overwriting personal values.
#include "store/personal_sql.h"

#include <algorithm>

#include "base/check.h"
#include "store/reading.h"
#include "store/register_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

using households::PersonalValues;

constexpr std::size_t kValueBytes = 1000;

// Every bucket takes three bytes on the disk, so that overwriting one never changes the length of its row.
constexpr std::int64_t kFirstBucket = std::int64_t{1} << 20;
constexpr std::int64_t kNoBucket = std::int64_t{1} << 22;

/// 20 bits of a hash (FNV-1a): enough to find a few candidates, not enough to tell which number it was.
std::int64_t bucket_of(std::string_view number) {
  if (number.empty()) return kNoBucket;
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : number) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return kFirstBucket + static_cast<std::int64_t>((hash ^ (hash >> 20) ^ (hash >> 40)) & 0xFFFFF);
}

struct PersonalRow {
  const PersonalValues* values = nullptr;
  std::int64_t version = 0;
};

Value personal_cell(const PersonalRow& row, std::size_t column) {
  switch (column) {
    case 1: return text_cell(row.values->person);
    case 2: return integer_cell(row.version);
    case 3: return flag_cell(false);
    case 4: return integer_cell(bucket_of(row.values->id_number));
    case 5: return integer_cell(bucket_of(row.values->card));
    case 6: return bytes_cell(row.values->salt);
    case 7: return text_cell(row.values->name);
    case 8: return text_cell(row.values->id_number);
    case 9: return text_cell(row.values->card);
    case 10: return text_cell(row.values->phone);
    case 11: return text_cell(row.values->note);
    default: MZ_CHECK(false); return Value::null();
  }
}

PersonalValues read_personal(Cells& cells) {
  PersonalValues values;
  values.person = cells.text();
  for (int skipped = 0; skipped < 4; ++skipped) cells.integer();  // version, is_erased and the buckets
  values.salt = std::string(cells.bytes());
  values.name = cells.optional_text();
  values.id_number = cells.optional_text();
  values.card = cells.optional_text();
  values.phone = cells.optional_text();
  values.note = cells.optional_text();
  return values;
}

constexpr Reading<PersonalValues> kPersonal{kPersonalTable, read_personal};

void check_values(const PersonalValues& values) {
  MZ_CHECK(!values.person.empty());
  MZ_CHECK(values.salt.size() >= 16);
  for (const std::string* text :
       {&values.salt, &values.name, &values.id_number, &values.card, &values.phone, &values.note}) {
    MZ_CHECK(text->size() <= kValueBytes);
  }
}

/// As many other bytes; NULL stays NULL.
void bind_filler(Statement& statement, int position, const std::string& text) {
  if (text.empty()) return statement.bind_null(position);
  statement.bind_text(position, std::string(text.size(), '*'));
}

}  // namespace

void PersonalSql::put(std::span<const PersonalValues> people) {
  MZ_CHECK(connection_.in_transaction());
  std::vector<PersonalRow> rows;
  rows.reserve(people.size());
  for (const PersonalValues& values : people) {
    check_values(values);
    erase(values.person);
    const std::int64_t last = number_or_zero(
        connection_, "SELECT version FROM personal WHERE book_id = ? AND person = ? ORDER BY version DESC LIMIT 1",
        book_id_, values.person);
    rows.push_back(PersonalRow{&values, last + 1});
  }
  insert_rows(connection_, kPersonalTable, BookRows<PersonalRow, personal_cell>(book_id_, rows));
}

std::optional<PersonalValues> PersonalSql::get(std::string_view person) {
  static const std::string sql = kPersonal.select("AND person = ? AND is_erased = 0");
  return one_row(connection_, sql, kPersonal, book_id_, person);
}

std::vector<std::string> PersonalSql::with_number(const std::string& sql, std::string_view number,
                                                  std::string PersonalValues::*member) {
  MZ_CHECK(!number.empty());
  std::vector<std::string> people;
  visit_rows(
      connection_, sql, kPersonal,
      [&](const PersonalValues& values) {
        if (values.*member == number) people.push_back(values.person);
      },
      book_id_, bucket_of(number));
  std::sort(people.begin(), people.end());
  return people;
}

std::vector<std::string> PersonalSql::with_id_number(std::string_view id_number) {
  static const std::string sql = kPersonal.select("AND id_bucket = ? AND is_erased = 0");
  return with_number(sql, id_number, &PersonalValues::id_number);
}

std::vector<std::string> PersonalSql::with_card(std::string_view card) {
  static const std::string sql = kPersonal.select("AND card_bucket = ? AND is_erased = 0");
  return with_number(sql, card, &PersonalValues::card);
}

void PersonalSql::for_each(const std::function<void(const PersonalValues&)>& visit) {
  static const std::string sql = kPersonal.select("AND is_erased = 0");
  visit_rows(connection_, sql, kPersonal, visit, book_id_);
}

bool PersonalSql::erase(std::string_view person) {
  MZ_CHECK(connection_.in_transaction());
  const std::optional<PersonalValues> values = get(person);
  if (!values) return false;
  const Prepared statement = connection_.prepare(
      "UPDATE personal SET is_erased = 1, id_bucket = ?, card_bucket = ?, salt = ?, name = ?, id_number = ?, card = ?, "
      "phone = ?, note = ? WHERE book_id = ? AND person = ? AND is_erased = 0");
  statement->bind(1, kNoBucket);
  statement->bind(2, kNoBucket);
  statement->bind_blob(3, std::string(values->salt.size(), '\0'));
  int position = 4;
  for (const std::string* text : {&values->name, &values->id_number, &values->card, &values->phone, &values->note}) {
    bind_filler(*statement, position++, *text);
  }
  statement->bind(9, book_id_);
  statement->bind_text(10, person);
  MZ_CHECK(statement->run() == 1);
  return true;
}

}  // namespace mingzhang::store
