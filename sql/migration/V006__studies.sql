-- What staff work out: jobs that run apart from their request, and studies, which are runs that are kept. The role of staff writes both.
set search_path = lamplight, public;

create table job (
    id            text primary key,
    city          smallint not null references city,
    account       bigint,
    account_name  text,
    client        text,
    process       text not null,
    request       text not null,
    status        text not null check (status in ('accepted', 'running', 'successful', 'failed', 'dismissed')),
    message       text,
    fault         text,
    stored        boolean not null,
    sensitive     boolean not null,
    created_at    timestamptz not null default clock_timestamp(),
    started_at    timestamptz,
    finished_at   timestamptz,
    updated_at    timestamptz not null default clock_timestamp(),
    expires_at    timestamptz not null,
    result        text,
    check ((account is null) = (account_name is null)),
    check ((result is not null) = (status = 'successful'))
);
create index job_owner on job (city, account, created_at);
create index job_expires on job (expires_at);
comment on table job is 'One row for each execution of a process that answers later than its request.';
comment on column job.id is 'Name in paths: 128 random bits.';
comment on column job.city is 'The city whose process it runs.';
comment on column job.account is 'Number of the account that started it; null for anybody, who may run echo only.';
comment on column job.account_name is 'Name of that account.';
comment on column job.client is 'For anybody: the address it came from, hashed with a key that ends with the server.';
comment on column job.process is 'Id of the process.';
comment on column job.request is 'The execute request as JSON: inputs, outputs, kind of response.';
comment on column job.status is 'accepted, running, successful, failed or dismissed.';
comment on column job.message is 'What there is to say of its state, a sentence.';
comment on column job.fault is 'Why it failed, as a kind of fault; null unless it failed.';
comment on column job.stored is 'Whether it runs on a stored layer; then its owner sees it only while he may see the layer.';
comment on column job.sensitive is 'Whether it could see incidents of sensitive offences.';
comment on column job.created_at is 'When it was asked for.';
comment on column job.started_at is 'When work on it began.';
comment on column job.finished_at is 'When it ended, however it ended.';
comment on column job.updated_at is 'When its state last changed.';
comment on column job.expires_at is 'When it is thrown away.';
comment on column job.result is 'All outputs as one JSON object, byte for byte as they were worked out.';

create table study (
    id            text primary key,
    city          smallint not null references city,
    account       bigint not null,
    account_name  text not null,
    title         text not null,
    process       text not null,
    inputs        text not null,
    filter        text,
    layer         text,
    data_version  bigint not null,
    seed          bigint,
    parameters    text not null,
    result        text not null,
    card          text not null,
    reason        text,
    sensitive     boolean not null,
    police        boolean not null,
    shared_role   text check (shared_role in ('analyst', 'manager')),
    created_at    timestamptz not null default clock_timestamp(),
    check (not police or reason is not null),
    check (layer is null or shared_role is distinct from 'manager')
);
create index study_owner on study (city, account, created_at);
create index study_shared on study (city, shared_role, created_at);
comment on table study is 'One row for each run that somebody kept; only its title and with whom it is shared can change.';
comment on column study.id is 'Name in paths: 128 random bits.';
comment on column study.city is 'The city.';
comment on column study.account is 'Number of the account that keeps it.';
comment on column study.account_name is 'Name of that account when it was kept.';
comment on column study.title is 'What its owner calls it.';
comment on column study.process is 'Id of the process that was run.';
comment on column study.inputs is 'The inputs as JSON, as they were given.';
comment on column study.filter is 'The filter over the stored layer as JSON; null where the data came with the request.';
comment on column study.layer is 'The stored layer it was run on; null where the data came with the request.';
comment on column study.data_version is 'city.data_version at the run.';
comment on column study.seed is 'What chance began with; null where the method has none.';
comment on column study.parameters is 'The parameters as JSON, defaults filled in.';
comment on column study.result is 'All outputs as one JSON object, byte for byte as they were worked out.';
comment on column study.card is 'The method card as JSON, as it read then.';
comment on column study.reason is 'Why police-generated offences are in it, in the words of its owner.';
comment on column study.sensitive is 'Whether it was run by somebody who sees incidents of sensitive offences; only such accounts may open it.';
comment on column study.police is 'Whether police-generated offences are in it.';
comment on column study.shared_role is 'The role whose holders may open it by its link; null while it is its owner''s alone.';
comment on column study.created_at is 'When it was kept.';

-- What was found does not change afterwards.
create function study_stands() returns trigger
language plpgsql as $$
begin
    if (old.id, old.city, old.account, old.account_name, old.process, old.inputs, old.filter, old.layer, old.data_version, old.seed,
        old.parameters, old.result, old.card, old.reason, old.sensitive, old.police, old.created_at)
        is distinct from
        (new.id, new.city, new.account, new.account_name, new.process, new.inputs, new.filter, new.layer, new.data_version, new.seed,
        new.parameters, new.result, new.card, new.reason, new.sensitive, new.police, new.created_at)
    then
        raise exception 'a study is not changed; keep another one';
    end if;
    return new;
end $$;
create trigger study_stands before update on study
for each row execute function study_stands();

grant select, insert, update, delete on job, study to lamplight_staff;
