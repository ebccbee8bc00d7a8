-- Takes rows of sealed records out of staging and tells their lines. Bound: :city. Defined: <city>.
delete from import_<city>_stage stage
using sealed_record sealed
where sealed.city = :city and sealed.fingerprint = sha256(convert_to(stage.record, 'UTF8'))
returning stage.line
