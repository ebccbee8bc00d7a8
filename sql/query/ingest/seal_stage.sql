-- Takes rows of sealed records out of staging and tells their lines. Bound: :city.
delete from stage
using sealed_record sealed
where sealed.city = :city and sealed.fingerprint = sha256(convert_to(stage.record, 'UTF8'))
returning stage.line
