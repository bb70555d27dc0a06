DROP INDEX uq_administrator_subject ON administrator;
