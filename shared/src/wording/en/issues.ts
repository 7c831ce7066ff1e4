import type { IssueCode } from '../../submission';

/** The issues in English, code for code as in Chinese. */
export const enIssues: Readonly<Record<IssueCode, string>> = {
  'submission.indicator-unknown':
    'The programme has no indicator “{value}”[[; perhaps “{suggestion}” is meant]]. Use a name from the programme.',
  'submission.indicator-missing': 'The indicator is empty. Enter a name from the programme.',
  'submission.unit-unknown':
    'There is no reporting unit “{value}”[[; perhaps “{suggestion}” is meant]]. Use a name from the list.',
  'submission.unit-missing': 'The area is empty. Enter the name of the county or zone.',
  'submission.unit-excluded': '“{value}” is not counted in this city: {reasonEn}. Remove this row.',
  'submission.period-missing': 'The period is empty. Enter a reporting period such as 2025Q1.',
  'submission.period-unreadable':
    'The period “{value}” cannot be read. Write 2025Q1, 2025-03, 2025-S1 or 2025, for example.',
  'submission.period-is-date':
    'The period “{value}” is a date, which does not say what period is meant. Enter text such as 2025Q1.',
  'submission.period-future':
    'The period “{value}” has not begun (today is {today}). Check the year and the period.',
  'submission.period-year-range':
    'The year of the period “{value}” is out of range; {first} to {last} is allowed. Check the year.',
  'submission.period-not-ended':
    'The period “{value}” ends on {end}, so this figure is partial. Report it again when the period is over.',
  'submission.basis-unreadable':
    'The basis “{value}” cannot be read. Enter single or cumulative, or leave it empty.',
  'submission.basis-disagrees':
    'The basis “{value}” contradicts the period “{period}”. Correct one of the two.',
  'submission.row-id-wins':
    'The id of this row belongs to “{meantEn}”, but “{value}” is written; it is read by its id. To report something else, clear the id.',
  'submission.row-id-unknown':
    'The row id “{value}” was given out by no template; the names as written count.',
  'submission.scheme-other':
    'The sampling scheme “{value}” is not the one of “{indicator}” ({allowed}); the two are never mixed. Report figures of {allowed} only.',
  'submission.count-missing':
    '{column} is empty. Enter a whole number; where nothing was sampled, put a dash in both counts.',
  'submission.count-not-number':
    '{column} “{value}” is not a number[[, perhaps {suggestion}]]. Enter digits only, without words, units or brackets.',
  'submission.count-not-whole': '{column} “{value}” is not a whole number. Check the count.',
  'submission.count-scientific':
    '{column} “{value}” is in scientific notation and may have lost digits. Format the cell as a whole number and enter it again.',
  'submission.count-negative': '{column} “{value}” is negative; it cannot be below 0. Check the record.',
  'submission.count-too-large': '{column} “{value}” is above 1,000,000,000. Check the digits.',
  'submission.passes-exceed-total':
    '{column} ({passes}) is larger than the total ({total}). Check both counts.',
  'submission.counts-disagree':
    '{column} ({failures}) and passes ({passes}) do not add up to the total ({total}). Check the three counts.',
  'submission.total-zero':
    'The total is 0: stored as “no samples”, without a rate. Fill it in if something was sampled.',
  'submission.rate-not-number':
    '{column} “{value}” is not a number. A rate is 0 to 100, such as 98.5 or 98.5%.',
  'submission.rate-out-of-range':
    '{column} “{value}” is out of range; a rate is 0 to 100. Check the decimal point.',
  'submission.rate-mismatch':
    '{column} says {value}, but {passes}/{total} gives {computed}[[; perhaps {suggestion} is meant]]. The counts are used. Check the three numbers, or explain.',
  'submission.rate-rounded':
    '{column} says {value}, which is rounded; by {passes}/{total} it is {computed}%. Whether a target is met is judged by the counts.',
  'submission.rate-read-as-fraction':
    '{column} says {value} without a percent sign, read as {percent}%: {passes}/{total} gives {computed}%.',
  'submission.rate-ambiguous':
    '{column} “{value}” has no percent sign and no counts beside it: {value}% or {percent}%? Write it with a percent sign.',
  'submission.rate-needed': '{column} is empty. This indicator is a score; enter the score.',
  'submission.counts-needed':
    'There is a rate but no counts, so it cannot enter the total of the whole. Add both counts if there are any.',
  'submission.duplicate-key':
    'Rows {rows} are about the same indicator, area, period and basis. Keep one of them.',
  'submission.formula-used':
    'Column “{column}” has {count} formula cell(s); the results saved in the file were used. Make sure they are up to date.',
  'submission.formula-external':
    'Column “{column}” has {count} formula cell(s) that link to another workbook; the saved results were used and nothing was fetched. Make sure they are right.',
  'submission.formula-without-result':
    '“{column}” is a formula without a saved result. Open the file, recalculate and save it, or enter the number.',
  'submission.error-value': '“{column}” holds the error {value}. Correct the formula or enter the number.',
  'submission.formula-text':
    '“{column}” begins with =, +, - or @ like a formula. It is stored as plain text and never run: {value}',
  'submission.full-width':
    '{column} “{value}” has full-width characters and was read as {read}. Please check.',
  'submission.thousands': '{column} “{value}” has thousands separators and was read as {read}. Please check.',
  'submission.invisible-characters':
    '“{column}” had invisible characters (zero-width or direction marks), which were removed: {value}',
  'submission.control-characters':
    '“{column}” has control characters (such as NUL) and cannot be stored: {value}. Remove them.',
  'submission.cell-too-long':
    '“{column}” has {length} characters; {allowed} are allowed: {value}. Shorten it.',
  'submission.name-too-long':
    'The name in “{column}” has {length} characters; {allowed} are allowed: {value}. Use the proper name.',
  'submission.note-too-long': 'The note has {length} characters; {allowed} are allowed: {value}. Shorten it.',
  'submission.too-few-fields':
    'The row has {found} fields where the heading has {expected}; fields are missing at the end. Complete it.',
  'submission.too-many-fields':
    'The row has {found} fields where the heading has {expected}. Look for a comma too many.',
  'submission.total-row-skipped': '“{value}” is a total row and is not read; totals are computed.',
  'submission.missing-figure-skipped':
    'The row of {unit} says that there is no figure and is not read. Report it when there is one.',
  'submission.remark-skipped': '“{value}” is a remark under the table and is not read.',
  'submission.hidden-sheet-skipped':
    'The sheet “{sheet}” is hidden and was not read. Unhide it and upload again if it should be.',
  'submission.number-as-text': '{count} numbers in {column} are stored as text and were read as numbers.',
  'submission.rate-not-computed':
    'This formula has no saved result; the rate is worked out from the counts: {percent}%.',
  'submission.rate-error-value': 'The cell shows “{value}” and is not used; the counts decide the rate.',
  'submission.rate-with-space':
    '“{value}” has a space in it and is not used; by the counts the rate is {percent}%.',
  'submission.fraction-is-date':
    'The cell shows {shown} but holds the date {value}: the spreadsheet took “passes/inspected” for a date. Format the cell as text and type it again, for example 11/12.',
  'submission.fraction-unreadable':
    '{column} “{value}” does not say passes and inspected. Write it as passes/inspected, for example 11/12.',
  'submission.fraction-like-date':
    '{column} holds {count} fractions such as 2/2, which spreadsheets easily turn into dates. They were read as passes/inspected; two columns would be safer.',
  'submission.total-row-disagrees':
    'The total row says {passes}/{total}, the rows above add up to {sumPasses}/{sumTotal}. Total rows are not read; please check.',
  'submission.total-rate-is-average':
    'The {value}% of the total row is the average of the rates above, not the rate of the whole, which is {percent}%. Total rows are not read.',
  'submission.total-rate-disagrees':
    'The total row gives a rate of {value}%, by its counts it is {percent}%. Total rows are not read; please check.',
  'submission.part-row-skipped': '“{value}” is a part of a row above and is not counted again.',
  'submission.part-without-whole':
    'This row is marked as a part (其中), but no row above is the whole that “{value}” belongs to; the period or category may be a slip. Please check.',
  'submission.hidden-row-read':
    'This row is hidden (perhaps by a filter) and was read all the same. Delete it and upload again if it should not be reported.',
  'submission.hidden-row-skipped': 'This row is hidden and marked as void (“{value}”); it was not read.',
  'submission.hidden-column-read':
    'The column {column} is hidden and was read all the same. Make sure that it is meant to be reported.',
  'submission.void-row-skipped': '“{value}”: this row is marked as void and was not read.',
  'submission.methods-mixed':
    '“{value}” adds up several ways of testing and is no figure of one indicator. Report the rows of each way only.',
  'submission.columns-needed':
    '[[The sheet “{sheet}”: ]]no heading names {columns}, but some headings are not understood. Say in the questions which column it is; until then no row of this table is read.',
  'submission.unit-needed':
    '[[The sheet “{sheet}”: ]]nothing says which area these figures are about. Choose the area.',
  'submission.indicator-needed':
    '[[The sheet “{sheet}”: ]]nothing says which indicator these figures are about. Choose the indicator.',
  'submission.period-needed':
    '[[The sheet “{sheet}”: ]]nothing says which period these figures are about. Choose the period.',
  'submission.duplicate-sample': 'The sample {value} has the number of row {row}; it is counted once.',
  'submission.sample-conflict':
    'The sample {value} is listed as passed and as failed and no retest is told. Check it and keep one of them.',
  'submission.sample-verdict-missing': 'Nothing says whether the sample {value} passed. Fill in its verdict.',
  'submission.sample-elsewhere':
    'The sample number {value} belongs to {found}, not to the area or year reported. Please check.',
  'submission.outside-scope':
    '“{indicator}” of {unit} is not yours to report. Remove this row; the unit in charge reports it.',
  'submission.rate-hides-failure':
    'The rate says {value}%, but {failures} of {total} failed: rounding hides it. Give one more decimal, or explain.',
  'submission.rate-directed-rounding':
    'The rate says {value}%, but {passes}/{total} gives {computed}%: it looks cut off or always rounded up. Check it, or explain.',
  'submission.rate-as-fraction':
    'The rate says {value}, which looks like a fraction; {passes}/{total} gives {computed}%. Enter {percent}%, or explain.',
  'submission.rate-of-failures':
    'The rate says {value}%, which looks like the rate of failures; {passes}/{total} gives a pass rate of {computed}%. Enter the pass rate, or explain.',
  'submission.rate-without-samples':
    'The total is 0, yet a rate of {value}% is given. Without samples there is no rate. Check it, or explain.',
  'submission.running-total-falls':
    'The running total of samples, {now}, is below the last one, {before}. It cannot fall; perhaps this is the period alone.',
  'submission.running-passes-fall':
    'The running total of passes, {now}, is below the last one, {before}. It cannot fall; please check.',
  'submission.running-failures-fall':
    'The running total of failures, {now}, is below the last one, {before}. It cannot fall; please check.',
  'submission.no-new-samples':
    'The running total is the same as last time ({total}): nothing new was sampled. Correct it if that is not so.',
  'submission.looks-cumulative':
    'The figures of {periods} single periods rise one after the other and add up to {sum}[[, above the {planned} planned for the year]]: they look like running totals. Check the basis, or explain.',
  'submission.outlier':
    'The last {periods} periods had [[no failure in {pastAll} samples]][[{pastFailed} failures in {pastSome} samples ({usual}% passed)]]; this one has [[{many} failures]][[only {few} failures]] in {total}. The chance of that is [[about {chance}%]][[below {below}%]][[; perhaps {suggestion} is meant]]. Check it, or explain.',
  'submission.outlier-confirm':
    'The last {periods} periods had [[no failure in {pastAll} samples]][[{pastFailed} failures in {pastSome} samples ({usual}% passed)]]; this one has [[{many} failures]][[only {few} failures]] in {total}, far from usual. The chance of that is [[about {chance}%]][[below {below}%]][[; perhaps {suggestion} is meant]]. Check it, or explain.',
  'submission.repeats-counts':
    'Passes and total ({passes}/{total}) are those of one of the last four periods. Were they entered twice? If not, explain.',
  'submission.repeats-perfect-counts':
    'Passes and total ({passes}/{total}) are those of both periods before. Were old numbers kept? If not, explain.',
  'submission.samples-unusual':
    'The total {total} is more than three times off the usual {usual}[[; perhaps {suggestion} is meant]]. Check it, or explain.',
  'submission.sample-number-missing':
    'The sample number[[ “{value}”]] is empty or cannot be read. Samples are counted and later revised by their number.',
  'submission.sample-verdict-unreadable':
    'The verdict[[ “{value}”]] does not say whether the sample passed. Write 合格 (pass) or 不合格 (fail).',
  'submission.sample-verdict-disagrees':
    'The verdict is a pass, yet the failing item “{item}” is named. Please check; for a pass at the retest write 复检合格 as a note.',
  'submission.sample-day-unreadable': 'The date “{value}” cannot be read. Write it like 2025-08-12.',
  'submission.sample-day-outside':
    'The date “{value}” lies outside the period {period}; the sample counts for the period. Please check.',
  'submission.sample-repeated': 'Sample {number} is the one of row {row} and counts once.',
  'submission.sample-contradicts':
    'Sample {number} stands in row {row} with another unit, category, period or verdict. Please check; for a retest say so as a note.',
  'submission.sample-personal-dropped': 'The column “{column}” is about persons and was not kept.',
  'submission.units-do-not-add-up':
    'The whole reports {passes}/{total}, but its units add up to {sumPasses}/{sumTotal}. Find the wrong one and correct it.',
  'submission.periods-do-not-add-up':
    'The whole span reports {passes}/{total}, but its shorter periods add up to {sumPasses}/{sumTotal}. Find the wrong one and correct it.',
};
