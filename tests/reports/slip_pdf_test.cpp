// SPDX-License-Identifier: Apache-2.0
// Slips: one page, the same bytes for the same words. What stands on it is judged in tests/system/cli_seal.sh by programs that
// are not ours.
#include "reports/slip_pdf.h"

#include <string>
#include <vector>

#include "reports/column.h"
#include "tests/support/catch.h"

namespace mingzhang::reports {
namespace {

Table slip_table(std::size_t facts) {
  Table table({"receipt", "收据核验", "Receipt"}, {text_column("says", "说明", "what it says")});
  for (std::size_t fact = 0; fact < facts; ++fact) {
    table.add_fact({"k" + std::to_string(fact), "样例", "sample"}, "样例值 " + std::to_string(fact) + std::string(120, 'x'));
  }
  table.add_fact({"amount", "金额", "amount"}, Value::fen(123456));
  table.add_row(RowKind::Line, {"它不证明您的全部款项都在内。"});
  return table;
}

std::size_t pages_of(const std::string& pdf) {
  std::size_t count = 0;
  for (std::size_t at = pdf.find("/Type /Page % "); at != std::string::npos; at = pdf.find("/Type /Page % ", at + 1)) ++count;
  return count;
}

TEST_CASE("a slip is one page, and the same words give the same bytes", "[reports][slip]") {
  const std::vector<SlipCode> codes{{std::string(kSlipCodeBytesMax, 'a'), "全文"}};
  for (const std::size_t facts : {0U, 3U, 12U}) {
    const std::string pdf = slip_pdf(slip_table(facts), codes, "2016-10-14T01:02:03Z");
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pages_of(pdf) == 1);
    CHECK(pdf == slip_pdf(slip_table(facts), codes, "2016-10-14T01:02:03Z"));
    CHECK(pdf != slip_pdf(slip_table(facts), codes, "2016-10-15T01:02:03Z"));
  }
}

TEST_CASE("a code that no camera could read is left out, and an empty one too", "[reports][slip]") {
  const std::vector<SlipCode> none;
  const std::vector<SlipCode> large{{std::string(kSlipCodeBytesMax + 1, 'a'), "全文"}};
  const std::vector<SlipCode> empty{{"", "全文"}};
  const std::vector<SlipCode> small{{"a", "全文"}};
  const std::string date = "2016-10-14T01:02:03Z";
  const std::string plain = slip_pdf(slip_table(1), none, date);
  CHECK(slip_pdf(slip_table(1), large, date) == plain);
  CHECK(slip_pdf(slip_table(1), empty, date) == plain);
  CHECK(slip_pdf(slip_table(1), small, date) != plain);
}

}  // namespace
}  // namespace mingzhang::reports
