// SPDX-License-Identifier: Apache-2.0
// The sentences for files of households.
#include "service/imports/register_import_outcome.h"

#include <array>

#include "base/outcome_table.h"

namespace mingzhang::service {
namespace {

constexpr std::array kOutcomes{
    OutcomeInfo{201, "ROSTER-201", "ColumnUnknown", Fault::Request, false, "不认识的列名", "an unknown column",
                "列名：户编号,区划,类别,状态,日期,致贫原因,人员编号,姓名,身份证号,与户主关系,户主,银行卡号,电话；多余的列请删去",
                "columns: household,division,class,status,date,causes,person,name,id_number,relation,is_head,card,phone; "
                "delete others"},
    OutcomeInfo{202, "ROSTER-202", "ColumnMissing", Fault::Request, false, "缺少必需的列", "a required column is missing",
                "银行卡号和电话以外的列都要有", "all columns but card and phone are required"},
    OutcomeInfo{301, "ROSTER-301", "TotalsRow", Fault::Request, false, "这是合计行，不是人员", "a totals row is no person",
                "请删去合计、小计、总计行", "delete the rows with totals"},
    OutcomeInfo{302, "ROSTER-302", "CellMissing", Fault::Request, false, "必填的单元格是空的", "a required cell is empty",
                "每行都要填满户的各列和人员编号、姓名、与户主关系；合并的单元格请拆开并逐行填写",
                "every row has the household's columns, person, name and relation; split merged cells and fill each row"},
    OutcomeInfo{303, "ROSTER-303", "FullWidth", Fault::Request, false, "号码或代号里有全角字符",
                "a number or code holds full-width characters", "请改为半角后重新导入", "write them in ASCII"},
    OutcomeInfo{304, "ROSTER-304", "IdNumberBad", Fault::Request, false, "身份证号须为 18 位（末位可为 X）或旧版 15 位数字",
                "an ID number has 18 characters (the last may be X), or 15 digits in its old form", "请对照证件核对",
                "check the card"},
    OutcomeInfo{305, "ROSTER-305", "NumberDestroyed", Fault::Request, false, "号码已被表格软件破坏（科学计数法，或 15 位之后全成了零）",
                "a spreadsheet has destroyed the number (1.1E+17, or zeros behind the 15th digit)",
                "请从原系统重新导出，把该列设为文本格式后再粘贴；本程序不猜原数",
                "export again and make the column text before pasting; nothing is guessed here"},
    OutcomeInfo{306, "ROSTER-306", "CardBad", Fault::Request, false, "银行卡号须为 8 至 30 位数字", "a card has 8 to 30 digits",
                "请对照存折或银行卡核对", "check the card or the passbook"},
    OutcomeInfo{307, "ROSTER-307", "PhoneBad", Fault::Request, false, "电话须为 7 至 20 位数字，可有 - 和开头的 +",
                "a phone has 7 to 20 digits, with - between and + before them", "请核对电话", "check the phone"},
    OutcomeInfo{308, "ROSTER-308", "HeadBad", Fault::Request, false, "“户主”列看不懂", "is_head cannot be read",
                "请填 是、否、yes、no、1、0，空白为否", "write yes, no, 1 or 0; blank means no"},
    OutcomeInfo{309, "ROSTER-309", "TextBad", Fault::Request, false, "文字过长或含有控制字符",
                "a text is too long or holds control characters", "每格不超过 300 字节", "at most 300 bytes"},
    OutcomeInfo{310, "ROSTER-310", "StatusBad", Fault::Request, false, "没有这种状态", "there is no such status",
                "登记时可用 identified 已识别、in 在册", "use identified or in"},
    OutcomeInfo{311, "ROSTER-311", "TextDamaged", Fault::Request, false, "文字已受损：字后带有拼音，或有问号、替换字符",
                "a text is damaged: pinyin behind a character, a question mark or a replacement character",
                "请从原系统重新导出，或改正后再导入；本程序不猜原字", "export again, or correct it; nothing is guessed here"},
    OutcomeInfo{401, "ROSTER-401", "RowsDiffer", Fault::Request, false, "同一户各行的户信息不同",
                "the rows of one household say different things about it", "区划、类别、状态、日期、致贫原因须逐行相同",
                "division, class, status, date and causes must be the same in each of its rows"},
    OutcomeInfo{402, "ROSTER-402", "HouseholdComesBack", Fault::Request, false, "户编号在隔开的行里再次出现",
                "a household comes back after another one", "同一户的行须相邻，不同户须不同号",
                "keep a household's rows together; give different households different codes"},
    OutcomeInfo{403, "ROSTER-403", "PersonTwice", Fault::Request, false, "同一人员编号在文件中出现两次，一人不能在两户",
                "a person stands twice in the file; nobody is in two households", "请核对这两行", "check both rows"},
    OutcomeInfo{404, "ROSTER-404", "IdNumberTwice", Fault::Request, false, "同一身份证号在文件中出现两次",
                "an ID number stands twice in the file", "请核对这两行", "check both rows"},
    OutcomeInfo{405, "ROSTER-405", "OtherHousehold", Fault::Request, false, "文件里有别的户", "the file holds another household",
                "这里只登记所写的一户；多户请用 import households", "only the named one is added here; see `import households`"},
    OutcomeInfo{501, "ROSTER-501", "IdNumberKnown", Fault::Conflict, false, "这个身份证号在册中已属于另一人",
                "the register has this ID number under another person", "请核对是否重复登记", "check whether this is the same person"},
    OutcomeInfo{502, "ROSTER-502", "ImportedBefore", Fault::Conflict, false, "这些户已登记过，个人信息、人员或选项与当时不同",
                "these households were imported before with other values or by other people",
                "没有再次登记；更正个人信息用 household member", "nothing was registered again; see `household member`"},
    OutcomeInfo{601, "ROSTER-601", "DateRead", Fault::Request, false, "日期按其写法读作", "the date was read as",
                "请核对", "check it"},
    OutcomeInfo{602, "ROSTER-602", "CheckDigitFails", Fault::Request, false, "身份证号校验不符，仍照原样登记",
                "the check digit of the ID number fails; it is kept as it is", "请对照证件核对", "check the card"},
    OutcomeInfo{603, "ROSTER-603", "IdNumberOld", Fault::Request, false, "15 位旧身份证号，没有校验位",
                "an old ID number of 15 digits has no check digit", "请换成 18 位证号", "ask for the new number"},
    OutcomeInfo{604, "ROSTER-604", "IdNumberMissing", Fault::Request, false, "没有身份证号", "there is no ID number",
                "请补填", "add it later"},
    OutcomeInfo{605, "ROSTER-605", "CardCheckFails", Fault::Request, false, "银行卡号校验不符，仍照原样登记",
                "the check digit of the card fails; it is kept as it is", "存折账号没有校验位；银行卡请核对",
                "passbooks have none; check a card"},
};

}  // namespace

std::span<const OutcomeInfo> roster_outcomes() { return kOutcomes; }

const OutcomeInfo& info_of(RosterOutcome outcome) {
  return find_outcome(kOutcomes, static_cast<std::uint16_t>(outcome));
}

bool is_note(RosterOutcome outcome) { return static_cast<std::uint16_t>(outcome) >= 600; }

}  // namespace mingzhang::service
