// SPDX-License-Identifier: Apache-2.0
// data/gbt24589/: element names of GB/T 24589.2-2010, as far as they are known here: a field-compatible subset, no claim of
// conformance, and without the locID attributes. Funds and projects are 自定义档案 (custom archives), the auxiliary items 1
// and 2 of every account.
#include "audit/books/derived_parts.h"
#include "audit/books/file_text.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- GB/T 24589.2 字段兼容子集，不声称符合标准 field-compatible subset -->\n";
constexpr std::string_view kFundArchive = "ZJLY";
constexpr std::string_view kProjectArchive = "XM";
constexpr std::size_t kXmlFlushBytes = 1U << 16;

/// Writes elements, and closes what it opened.
class XmlText {
 public:
  XmlText(std::string_view root, const DerivedSink& sink) : root_(root), sink_(sink) {
    text_ = kXmlHead;
    open(root_);
  }
  void open(std::string_view name) { text_.append("<").append(name).append(">\n"); }
  void close(std::string_view name) {
    text_.append("</").append(name).append(">\n");
    if (text_.size() >= kXmlFlushBytes) flush();
  }
  void element(std::string_view name, std::string_view value) { append_element(name, value, text_); }
  void finish() {
    close(root_);
    flush();
  }

 private:
  void flush() {
    sink_(text_);
    text_.clear();
  }
  std::string_view root_;
  const DerivedSink& sink_;
  std::string text_;
};

void write_archive_value(XmlText& xml, std::string_view archive, std::string_view code, std::string_view name,
                         std::string_view description) {
  xml.open("自定义档案项值");
  xml.element("档案编码", archive);
  xml.element("档案值编码", code);
  xml.element("档案值名称", name);
  xml.element("档案值描述", description);
  xml.element("档案值父节点", "");
  xml.element("档案值级次", "1");
  xml.close("自定义档案项值");
}

void write_archive(XmlText& xml, std::string_view archive, std::string_view name) {
  xml.open("自定义档案项");
  xml.element("档案编码", archive);
  xml.element("档案名称", name);
  xml.element("档案描述", "");
  xml.element("是否有层级特征", "0");
  xml.element("档案编码规则", "");
  xml.close("自定义档案项");
}

void write_book_head(XmlText& xml, const Books& books) {
  const BookTitle& title = books.title();
  xml.open("电子账簿");
  xml.element("电子账簿编号", title.name);
  xml.element("电子账簿名称", title.title);
  xml.element("会计核算单位", "");
  xml.element("组织机构代码", "");
  xml.element("单位性质", "");
  xml.element("行业", "");
  xml.element("开发单位", "明账 Mingzhang");
  xml.element("版本号", "");
  xml.element("本位币", "人民币元");
  const auto& months = books.cells().months();
  xml.element("会计年度", months.empty() ? "" : std::to_string(months.rbegin()->first.year()));
  xml.element("标准版本号", "");
  xml.close("电子账簿");
}

}  // namespace

void end_public_xml(const Books& books, const DerivedSink& sink) {
  XmlText xml("公共档案", sink);
  write_book_head(xml, books);
  for (const auto& [month, lines] : books.cells().months()) {
    xml.open("会计期间");
    xml.element("会计年度", std::to_string(month.year()));
    xml.element("会计期间号", to_iso(month).substr(5));
    xml.element("会计期间起始日期", compact_date(month.first_day()));
    xml.element("会计期间结束日期", compact_date(month.last_day()));
    xml.close("会计期间");
  }
  for (const BookVoucherType type : kBookVoucherTypes) {
    xml.open("记账凭证类型");
    xml.element("记账凭证类型编号", std::to_string(static_cast<int>(type)));
    xml.element("记账凭证类型名称", long_name_of(type));
    xml.element("记账凭证类型简称", chinese_of(type));
    xml.close("记账凭证类型");
  }
  xml.open("币种");
  xml.element("币种编码", "CNY");
  xml.element("币种名称", "人民币");
  xml.close("币种");
  write_archive(xml, kFundArchive, "资金来源");
  write_archive(xml, kProjectArchive, "项目");
  for (const std::size_t index : funds_by_code(books)) {
    const BookFund& fund = books.funds()[index];
    if (!fund.is_assumed) write_archive_value(xml, kFundArchive, fund.code, fund.name, fund.document);
  }
  for (const std::size_t index : projects_by_code(books)) {
    write_archive_value(xml, kProjectArchive, books.projects()[index].code, books.projects()[index].name, "");
  }
  xml.finish();
}

void end_chart_xml(const Books& books, const DerivedSink& sink) {
  XmlText xml("总账", sink);
  xml.open("总账基础信息");
  xml.element("结构分隔符", "-");
  xml.element("会计科目编号规则", "");
  xml.element("现金流量项目编码规则", "");
  xml.close("总账基础信息");
  for (const std::size_t index : accounts_by_code(books)) {
    const BookAccount& account = books.accounts()[index];
    if (account.is_assumed) continue;
    xml.open("会计科目");
    xml.element("科目编号", account.code);
    xml.element("科目名称", account.name);
    xml.element("科目级次", std::to_string(account.level));
    xml.element("科目类型", chinese_of(account.account_class));
    xml.element("余额方向", chinese_of(account.normal_side));
    xml.close("会计科目");
  }
  for (const std::size_t index : accounts_by_code(books)) {
    const BookAccount& account = books.accounts()[index];
    if (account.is_assumed || !account.is_leaf) continue;
    for (const auto& [item, name, archive] :
         {std::tuple{"1", "资金来源", kFundArchive}, std::tuple{"2", "项目", kProjectArchive}}) {
      xml.open("科目辅助核算");
      xml.element("科目编号", account.code);
      xml.element("辅助项编号", item);
      xml.element("辅助项名称", name);
      xml.element("对应档案", archive);
      xml.element("辅助项描述", "");
      xml.close("科目辅助核算");
    }
  }
  xml.finish();
}

void end_balances_xml(const Books& books, const DerivedSink& sink) {
  XmlText xml("总账", sink);
  visit_balances(books, [&](Month month, const BookBalance& row) {
    const std::int64_t debit = row.opening.debit + row.movement.debit;
    const std::int64_t credit = row.opening.credit + row.movement.credit;
    const BookAccount& account = account_at(books, row.account);
    const SidedBalance opening = sided_balance(row.opening.debit, row.opening.credit);
    const SidedBalance closing = sided_balance(debit, credit);
    const std::string_view usual = chinese_of(account.normal_side);  // a balance of zero still needs a side here
    xml.open("科目余额及发生额");
    xml.element("科目编号", account.code);
    xml.element("辅助项1编号", fund_at(books, row.fund).code);
    xml.element("期初余额方向", opening.side == "平" ? usual : opening.side);
    xml.element("期末余额方向", closing.side == "平" ? usual : closing.side);
    xml.element("币种编码", "CNY");
    xml.element("计量单位", "");
    xml.element("会计年度", std::to_string(month.year()));
    xml.element("会计期间号", to_iso(month).substr(5));
    xml.element("期初本币余额", opening.amount);
    xml.element("借方本币金额", yuan_text(row.movement.debit));
    xml.element("贷方本币金额", yuan_text(row.movement.credit));
    xml.element("期末本币余额", closing.amount);
    xml.close("科目余额及发生额");
  });
  xml.finish();
}

void begin_voucher_xml(const Books&, std::string& text) { text.append(kXmlHead).append("<总账>\n"); }

void add_voucher_xml(const DerivedVoucher& entry, std::string& text) {
  const BookVoucher& voucher = entry.voucher;
  std::string head = "<记账凭证>\n";
  append_element("记账凭证日期", compact_date(voucher.date), head);
  append_element("会计年度", std::to_string(voucher.name.period.year()), head);
  append_element("会计期间号", to_iso(voucher.name.period).substr(5), head);
  append_element("记账凭证类型编号", std::to_string(static_cast<int>(voucher.name.type)), head);
  append_element("记账凭证编号", std::to_string(voucher.name.number), head);
  std::string tail;
  append_element("附件数", std::to_string(voucher.attachments), tail);
  append_element("制单人", entry.record.by, tail);
  append_element("审核人", entry.record.approved_by, tail);
  append_element("记账人", poster_of(entry.record), tail);
  append_element("记账标志", "1", tail);
  append_element("作废标志", "0", tail);
  append_element("凭证来源系统", "明账", tail);
  tail += "</记账凭证>\n";
  std::size_t number = 0;
  for (const BookLine& line : voucher.lines) {
    const bool is_debit = line.side == BookSide::Debit;
    const std::string amount = line.is_withheld ? std::string() : yuan_text(line.fen);
    const std::string_view zero = line.is_withheld ? "" : "0.00";
    std::string_view summary = line.summary.empty() ? voucher.summary : line.summary;
    if (line.is_withheld) summary = withheld_text();
    text += head;
    append_element("记账凭证行号", std::to_string(++number), text);
    append_element("记账凭证摘要", summary, text);
    append_element("科目编号", line.account, text);
    append_element("辅助项1编号", line.fund, text);
    append_element("辅助项2编号", line.project, text);
    append_element("币种编码", "CNY", text);
    append_element("计量单位", "", text);
    append_element("借方本币金额", is_debit ? std::string_view(amount) : zero, text);
    append_element("贷方本币金额", is_debit ? zero : std::string_view(amount), text);
    text += tail;
  }
}

void end_voucher_xml(const Books&, const DerivedSink& sink) { sink("</总账>\n"); }

}  // namespace mingzhang::audit
