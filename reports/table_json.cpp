// SPDX-License-Identifier: Apache-2.0
// The members of the document in the order of their keys.
#include "reports/table_json.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"

namespace mingzhang::reports {

namespace {

void write_value(const Value& value, JsonWriter& writer) {
  if (value.kind == CellKind::Count) {
    writer.integer(value.number);
  } else if (value.kind == CellKind::Text) {
    writer.text(value.text);
  } else if (value.kind == CellKind::Side) {
    writer.text(ledger::word_of(static_cast<ledger::Side>(value.number)));
  } else {
    writer.text(file_text(value));
  }
}

std::vector<std::size_t> columns_by_key(const Table& table) {
  std::vector<std::size_t> order;
  for (std::size_t column = 0; column < table.columns().size(); ++column) order.push_back(column);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return table.columns()[a].caption.key < table.columns()[b].caption.key;
  });
  return order;
}

void write_rows(const Table& table, RowKind kind, JsonWriter& writer) {
  const std::vector<std::size_t> order = columns_by_key(table);
  writer.begin_array();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.kind_of(row) != kind) continue;
    writer.begin_object();
    for (const std::size_t column : order) {
      const Value value = table.value(row, column);
      if (value.kind == CellKind::Nothing) continue;
      writer.key(table.columns()[column].caption.key);
      write_value(value, writer);
    }
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

std::string to_json(const Table& table) {
  using Member = std::pair<std::string, std::function<void(JsonWriter&)>>;
  std::vector<Member> members;
  const auto add_text = [&](std::string key, const std::string& text) {
    members.emplace_back(std::move(key), [&text](JsonWriter& writer) { writer.text(text); });
  };
  const auto add_rows = [&](std::string key, RowKind kind) {
    members.emplace_back(std::move(key), [&table, kind](JsonWriter& writer) { write_rows(table, kind, writer); });
  };
  add_text("report", table.title().key);
  add_text("title", table.title().zh);
  add_text("title_en", table.title().en);
  add_rows("rows", RowKind::Line);
  add_rows("groups", RowKind::Group);
  add_rows("sums", RowKind::Sum);
  for (std::size_t fact = 0; fact < table.fact_count(); ++fact) {
    if (table.fact_value(fact).kind == CellKind::Nothing) continue;
    members.emplace_back(table.fact_caption(fact).key,
                         [&table, fact](JsonWriter& writer) { write_value(table.fact_value(fact), writer); });
  }
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.first < b.first; });
  JsonWriter writer;
  writer.begin_object();
  for (const Member& member : members) {
    writer.key(member.first);
    member.second(writer);
  }
  writer.end_object();
  return writer.take();
}

}  // namespace mingzhang::reports
