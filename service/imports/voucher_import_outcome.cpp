// SPDX-License-Identifier: Apache-2.0
// The sentences for files that cannot be imported.
#include "service/imports/voucher_import_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::service {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{101, "IMPORT-101", "FileTooLarge", Fault::Request, false, "文件过大", "the file is too large",
                "每个文件不超过 512 MB，请分成几个文件", "at most 512 MB: split it into several files"},
    OutcomeInfo{102, "IMPORT-102", "FileEmpty", Fault::Request, false, "文件是空的", "the file is empty",
                "第一行须是列名，其下每行一条分录", "the first row names the columns, each row below is one line"},
    OutcomeInfo{103, "IMPORT-103", "NulByte", Fault::Request, false, "文件中有空字节，不是文本文件",
                "the file holds a NUL byte: it is not a text file", "请在表格软件中另存为“CSV UTF-8”",
                "save it as \"CSV UTF-8\" in the spreadsheet"},
    OutcomeInfo{104, "IMPORT-104", "Utf16", Fault::Request, false, "文件是 UTF-16 编码（“Unicode 文本”）",
                "the file is UTF-16 (\"Unicode text\")", "请在表格软件中另存为“CSV UTF-8”",
                "save it as \"CSV UTF-8\" in the spreadsheet"},
    OutcomeInfo{105, "IMPORT-105", "WrongEncoding", Fault::Request, false, "这一行既不是 UTF-8 也不是 GB18030",
                "this line is neither UTF-8 nor GB18030", "文件可能已损坏：请从原系统重新导出",
                "the file may be damaged: export it again"},
    OutcomeInfo{106, "IMPORT-106", "MixedEncodings", Fault::Request, false, "文件混用了 UTF-8 和 GB18030，从这一行起不同",
                "the file mixes UTF-8 and GB18030; this line is the first that differs",
                "多半是两个文件拼成的：请以同一种编码分别另存后再合并", "save both parts in one encoding and join them again"},
    OutcomeInfo{107, "IMPORT-107", "StrayQuote", Fault::Request, false, "引号的位置不对", "a quote stands in a wrong place",
                "含引号或逗号的单元格须整个用引号括起，其中的引号写两个",
                "put the whole cell in quotes and double the quotes inside"},
    OutcomeInfo{108, "IMPORT-108", "UnterminatedQuote", Fault::Request, false, "文件在引号内结束，多半不完整",
                "the file ends inside quotes and is probably cut off", "请重新导出或传送；否则补上缺少的引号",
                "export or transfer it again, or add the missing quote"},
    OutcomeInfo{109, "IMPORT-109", "CellTooLong", Fault::Request, false, "单元格过长", "a cell is too long",
                "每格不超过 64 KB；也可能是缺了一个引号", "at most 64 KiB; perhaps a closing quote is missing"},
    OutcomeInfo{110, "IMPORT-110", "TooManyColumns", Fault::Request, false, "列数过多", "too many columns",
                "最多 64 列", "at most 64"},
    OutcomeInfo{111, "IMPORT-111", "TooManyRows", Fault::Request, false, "行数过多", "too many rows",
                "每个文件不超过 500 万行，请分成几个文件", "at most 5,000,000: split the file"},
    OutcomeInfo{201, "IMPORT-201", "ColumnUnknown", Fault::Request, false, "不认识的列名", "an unknown column",
                "列名：凭证号,日期,摘要,科目,方向,金额,资金,项目,对象；多余的列请删去",
                "columns: voucher,date,summary,account,side,amount,fund,project,subject; delete others"},
    OutcomeInfo{202, "IMPORT-202", "ColumnMissing", Fault::Request, false, "缺少必需的列", "a required column is missing",
                "必需：凭证号,日期,摘要,科目,方向,金额", "required: voucher,date,summary,account,side,amount"},
    OutcomeInfo{203, "IMPORT-203", "ColumnTwice", Fault::Request, false, "同一列出现两次", "a column stands there twice",
                "请只留一列", "keep one of them"},
    OutcomeInfo{204, "IMPORT-204", "NoRows", Fault::Request, false, "列名下面没有数据", "no rows below the header",
                "每行填一条分录", "write one line per row"},
    OutcomeInfo{301, "IMPORT-301", "TotalsRow", Fault::Request, false, "这是合计行，不是分录", "a totals row is no line",
                "请删去合计、小计、总计行", "delete the rows with totals"},
    OutcomeInfo{302, "IMPORT-302", "RowTooWide", Fault::Request, false, "这一行的列比列名多",
                "the row has more cells than the header", "含逗号的文字须用引号括起",
                "put texts with commas in quotes"},
    OutcomeInfo{303, "IMPORT-303", "CellMissing", Fault::Request, false, "必填的单元格是空的", "a required cell is empty",
                "每行都要填凭证号、日期、科目、方向和金额，每张凭证的第一行要填摘要",
                "every row has voucher, date, account, side and amount; the first row of a voucher has a summary"},
    OutcomeInfo{304, "IMPORT-304", "DateBad", Fault::Request, false, "日期看不懂或没有这一天",
                "not a date, or there is no such day", "请写成 2024-03-15、2024/3/15、2024.3.15、20240315 或 2024年3月15日",
                "write 2024-03-15, 2024/3/15, 2024.3.15, 20240315 or 2024年3月15日"},
    OutcomeInfo{305, "IMPORT-305", "SideBad", Fault::Request, false, "方向不是借或贷", "the side is neither debit nor credit",
                "请填 借、贷、debit 或 credit", "write debit, credit, 借 or 贷"},
    OutcomeInfo{306, "IMPORT-306", "AmountNotANumber", Fault::Request, false, "金额不是数字", "the amount is no number",
                "请写成 1234.50 或 1,234.50，以元为单位", "write 1234.50 or 1,234.50, in yuan"},
    OutcomeInfo{307, "IMPORT-307", "AmountGrouping", Fault::Request, false, "金额的千分位逗号位置不对",
                "the thousands separators stand in wrong places", "请核对数字：每三位一个逗号，或不用逗号",
                "check the number: a comma before every three digits, or none"},
    OutcomeInfo{308, "IMPORT-308", "AmountHalfFen", Fault::Request, false, "金额小于一分（超过两位小数）",
                "the amount is finer than one fen (more than two decimals)", "本程序不替您四舍五入：请按原始凭证填到分",
                "nothing is rounded here: write what the document says, to the fen"},
    OutcomeInfo{309, "IMPORT-309", "AmountTooLarge", Fault::Request, false, "金额超过上限", "the amount is beyond the limit",
                "不超过十万亿元（10^15 分）；请核对是否多了几位", "at most 10^15 fen: check the number of digits"},
    OutcomeInfo{310, "IMPORT-310", "AmountNotPositive", Fault::Request, false, "金额为零或负数",
                "the amount is zero or negative", "金额须大于零：请删去空行，或改写在另一方向",
                "amounts are positive: delete empty rows, or use the other side"},
    OutcomeInfo{311, "IMPORT-311", "NumberDestroyed", Fault::Request, false, "长编号被表格软件改成了科学计数法，原数已丢失",
                "a spreadsheet has turned a long number into 1.1E+17 and lost digits",
                "请从原系统重新导出，把该列设为文本格式后再粘贴", "export again and make the column text before pasting"},
    OutcomeInfo{312, "IMPORT-312", "DatesDiffer", Fault::Request, false, "同一凭证各行的日期不同",
                "the rows of one voucher have different dates", "请核对日期和凭证号", "check the date and the voucher's number"},
    OutcomeInfo{313, "IMPORT-313", "VoucherComesBack", Fault::Request, false, "凭证号在隔开的行里再次出现",
                "a voucher's number comes back after another voucher", "同一凭证的行须相邻，不同凭证须不同号（跨月请加月份，如 3-12）",
                "keep a voucher's rows together; give different vouchers different numbers, e.g. 3-12 for March"},
    OutcomeInfo{401, "IMPORT-401", "TooManyVouchers", Fault::Request, false, "文件中的凭证过多", "too many vouchers in one file",
                "凭证和新增编码合计不超过 200,000，请分成几个文件", "at most 200,000 vouchers and new codes: split the file"},
    OutcomeInfo{402, "IMPORT-402", "TooLargeForDraft", Fault::Request, false, "内容过多，不能作为一份待审单据",
                "too much for one draft", "请分成几个文件，或说明审核人直接入账", "split the file, or name the approver"},
    OutcomeInfo{501, "IMPORT-501", "DraftNeedsNames", Fault::Permission, false, "待审单据不能新增科目、资金或项目",
                "a draft cannot add accounts, funds or projects", "请先增设这些编码，或说明审核人直接入账",
                "add the codes first, or name the approver"},
    OutcomeInfo{502, "IMPORT-502", "ImportedBefore", Fault::Conflict, false, "这个文件已用别的人员或选项导入过这个账套",
                "this file was imported into this book before, by other people or with other options",
                "没有再次入账；请核对已入账的凭证", "nothing was booked again: check what is there"},
    OutcomeInfo{503, "IMPORT-503", "DraftedBefore", Fault::Conflict, false, "同样的凭证已作为待审单据提交过",
                "the same vouchers were submitted as a draft before", "还在待审的请审核或退回；已入账的无须再办",
                "approve or reject it where it is pending; where it is booked, nothing is to be done"},
};

}  // namespace

std::span<const OutcomeInfo> import_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(ImportOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

}  // namespace mingzhang::service
