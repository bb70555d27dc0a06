-- H2 2.4.240;
SET DB_CLOSE_DELAY -1;
SET WRITE_DELAY 0;
;
CREATE CACHED TABLE "public"."flyway_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);
ALTER TABLE "public"."flyway_schema_history" ADD CONSTRAINT "public"."flyway_schema_history_pk" PRIMARY KEY("installed_rank");
-- 48 +/- SELECT COUNT(*) FROM public.flyway_schema_history;
INSERT INTO "public"."flyway_schema_history" VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'sa', TIMESTAMP '2026-11-27 17:53:42.037114', 0, TRUE),
(1, '1.01', 'tenant', 'SQL', 'V1_01__tenant.sql', -1832474600, 'sa', TIMESTAMP '2026-11-27 17:53:42.120414', 9, TRUE),
(2, '1.02', 'licence', 'SQL', 'V1_02__licence.sql', -1900995488, 'sa', TIMESTAMP '2026-11-27 17:53:42.156294', 7, TRUE),
(3, '1.03', 'connection', 'SQL', 'V1_03__connection.sql', -818024157, 'sa', TIMESTAMP '2026-11-27 17:53:42.189308', 17, TRUE),
(4, '1.04', 'token', 'SQL', 'V1_04__token.sql', -190815768, 'sa', TIMESTAMP '2026-11-27 17:53:42.224654', 16, TRUE),
(5, '1.05', 'administrator', 'SQL', 'V1_05__administrator.sql', 1824482171, 'sa', TIMESTAMP '2026-11-27 17:53:42.254502', 15, TRUE),
(6, '1.06', 'admin session', 'SQL', 'V1_06__admin_session.sql', 220315522, 'sa', TIMESTAMP '2026-11-27 17:53:42.285116', 12, TRUE),
(7, '1.07', 'api key', 'SQL', 'V1_07__api_key.sql', -1397859279, 'sa', TIMESTAMP '2026-11-27 17:53:42.314316', 12, TRUE),
(8, '1.08', 'profile', 'SQL', 'V1_08__profile.sql', 1084781398, 'sa', TIMESTAMP '2026-11-27 17:53:42.344127', 10, TRUE),
(9, '1.09', 'storage region', 'SQL', 'V1_09__storage_region.sql', 530895113, 'sa', TIMESTAMP '2026-11-27 17:53:42.387258', 19, TRUE),
(10, '1.10', 'mapping', 'SQL', 'V1_10__mapping.sql', -339160723, 'sa', TIMESTAMP '2026-11-27 17:53:42.4306', 15, TRUE),
(11, '1.11', 'scim schema', 'SQL', 'V1_11__scim_schema.sql', 2058555310, 'sa', TIMESTAMP '2026-11-27 17:53:42.47934', 15, TRUE),
(12, '1.12', 'account', 'SQL', 'V1_12__account.sql', -395129503, 'sa', TIMESTAMP '2026-11-27 17:53:42.532829', 28, TRUE),
(13, '1.13', 'account doc', 'SQL', 'V1_13__account_doc.sql', 1189135852, 'sa', TIMESTAMP '2026-11-27 17:53:42.561179', 10, TRUE),
(14, '1.14', 'assignment', 'SQL', 'V1_14__assignment.sql', 1611662749, 'sa', TIMESTAMP '2026-11-27 17:53:42.59647', 13, TRUE),
(15, '1.15', 'attribute name', 'SQL', 'V1_15__attribute_name.sql', -1718427876, 'sa', TIMESTAMP '2026-11-27 17:53:42.61497', 8, TRUE),
(16, '1.16', 'user attr', 'SQL', 'V1_16__user_attr.sql', -1912840037, 'sa', TIMESTAMP '2026-11-27 17:53:42.65236', 5, TRUE),
(17, '1.17', 'scim group', 'SQL', 'V1_17__scim_group.sql', 2070669780, 'sa', TIMESTAMP '2026-11-27 17:53:42.671098', 8, TRUE),
(18, '1.18', 'membership', 'SQL', 'V1_18__membership.sql', -1809829434, 'sa', TIMESTAMP '2026-11-27 17:53:42.706515', 15, TRUE),
(19, '1.19', 'group nesting', 'SQL', 'V1_19__group_nesting.sql', 372787471, 'sa', TIMESTAMP '2026-11-27 17:53:42.730919', 15, TRUE),
(20, '1.20', 'device', 'SQL', 'V1_20__device.sql', -1667783059, 'sa', TIMESTAMP '2026-11-27 17:53:42.754712', 7, TRUE),
(21, '1.21', 'snapshot', 'SQL', 'V1_21__snapshot.sql', 1997243314, 'sa', TIMESTAMP '2026-11-27 17:53:42.772875', 8, TRUE),
(22, '1.22', 'audit event', 'SQL', 'V1_22__audit_event.sql', -1904965478, 'sa', TIMESTAMP '2026-11-27 17:53:42.789313', 6, TRUE),
(23, '1.23', 'audit head', 'SQL', 'V1_23__audit_head.sql', 1896823494, 'sa', TIMESTAMP '2026-11-27 17:53:42.814926', 9, TRUE),
(24, '1.24', 'provisioning event', 'SQL', 'V1_24__provisioning_event.sql', -678680277, 'sa', TIMESTAMP '2026-11-27 17:53:42.839573', 11, TRUE),
(25, '1.25', 'outbox', 'SQL', 'V1_25__outbox.sql', 45380274, 'sa', TIMESTAMP '2026-11-27 17:53:42.869349', 3, TRUE),
(26, '1.26', 'page anchor', 'SQL', 'V1_26__page_anchor.sql', 1036466716, 'sa', TIMESTAMP '2026-11-27 17:53:42.890187', 7, TRUE),
(27, '1.27', 'job lease', 'SQL', 'V1_27__job_lease.sql', -760984016, 'sa', TIMESTAMP '2026-11-27 17:53:42.906902', 4, TRUE),
(28, '1.28', 'job', 'SQL', 'V1_28__job.sql', -1100265380, 'sa', TIMESTAMP '2026-11-27 17:53:42.914907', 3, TRUE),
(29, '1.29', 'secret key', 'SQL', 'V1_29__secret_key.sql', 244849768, 'sa', TIMESTAMP '2026-11-27 17:53:42.920616', 1, TRUE),
(30, '1.30', 'setting', 'SQL', 'V1_30__setting.sql', 100255690, 'sa', TIMESTAMP '2026-11-27 17:53:42.926357', 1, TRUE),
(31, '2.10', 'platform audit chain', 'SQL', 'V2_10__platform_audit_chain.sql', -746956251, 'sa', TIMESTAMP '2026-11-27 17:53:42.972094', 13, TRUE);
INSERT INTO "public"."flyway_schema_history" VALUES
(32, '2.20', 'job fence', 'SQL', 'V2_20__job_fence.sql', 555661446, 'sa', TIMESTAMP '2026-11-27 17:53:43.016626', 23, TRUE),
(33, '2.21', 'job item', 'SQL', 'V2_21__job_item.sql', -1083034005, 'sa', TIMESTAMP '2026-11-27 17:53:43.034841', 4, TRUE),
(34, '2.22', 'preserved limit', 'SQL', 'V2_22__preserved_limit.sql', 1555394724, 'sa', TIMESTAMP '2026-11-27 17:53:43.062658', 14, TRUE),
(35, '2.23', 'account state', 'SQL', 'V2_23__account_state.sql', -1606071383, 'sa', TIMESTAMP '2026-11-27 17:53:43.083202', 5, TRUE),
(36, '2.24', 'deactivation batch', 'SQL', 'V2_24__deactivation_batch.sql', 995117321, 'sa', TIMESTAMP '2026-11-27 17:53:43.112932', 3, TRUE),
(37, '2.25', 'legal hold', 'SQL', 'V2_25__legal_hold.sql', 710436642, 'sa', TIMESTAMP '2026-11-27 17:53:43.136904', 2, TRUE),
(38, '2.26', 'suggestion', 'SQL', 'V2_26__suggestion.sql', -274704968, 'sa', TIMESTAMP '2026-11-27 17:53:43.188794', 7, TRUE),
(39, '2.27', 'device external id', 'SQL', 'V2_27__device_external_id.sql', 1862517637, 'sa', TIMESTAMP '2026-11-27 17:53:43.209426', 10, TRUE),
(40, '2.28', 'snapshot external id', 'SQL', 'V2_28__snapshot_external_id.sql', 1875866489, 'sa', TIMESTAMP '2026-11-27 17:53:43.242206', 19, TRUE),
(41, '2.29', 'snapshot name', 'SQL', 'V2_29__snapshot_name.sql', -1753317977, 'sa', TIMESTAMP '2026-11-27 17:53:43.27443', 19, TRUE),
(42, '2.29.1', 'snapshot external key', 'SQL', 'V2_29_1__snapshot_external_key.sql', -523423936, 'sa', TIMESTAMP '2026-11-27 17:53:43.295386', 10, TRUE),
(43, '2.29.2', 'inventory use', 'SQL', 'V2_29_2__inventory_use.sql', 564810478, 'sa', TIMESTAMP '2026-11-27 17:53:43.315508', 2, TRUE),
(44, '2.40', 'account created', 'SQL', 'V2_40__account_created.sql', -1915207676, 'sa', TIMESTAMP '2026-11-27 17:53:43.335251', 10, TRUE),
(45, '2.41', 'account modified', 'SQL', 'V2_41__account_modified.sql', -1374432339, 'sa', TIMESTAMP '2026-11-27 17:53:43.354939', 10, TRUE),
(46, '2.42', 'group created', 'SQL', 'V2_42__group_created.sql', 2126526888, 'sa', TIMESTAMP '2026-11-27 17:53:43.373846', 5, TRUE),
(47, '2.43', 'group modified', 'SQL', 'V2_43__group_modified.sql', 1855078756, 'sa', TIMESTAMP '2026-11-27 17:53:43.394172', 7, TRUE);
CREATE INDEX "public"."flyway_schema_history_s_idx" ON "public"."flyway_schema_history"("success" NULLS FIRST);
CREATE CACHED TABLE "public"."tenant"(
    "tenant_no" INTEGER NOT NULL,
    "name" CHARACTER VARYING(63) NOT NULL,
    "display_name" CHARACTER VARYING(200) NOT NULL,
    "management" TINYINT NOT NULL,
    "management_at" TIMESTAMP(6) NOT NULL,
    "provisioning_api" TINYINT NOT NULL,
    "reclassify" TINYINT NOT NULL,
    "order_version" BIGINT NOT NULL,
    "schema_version" BIGINT NOT NULL,
    "nesting_version" BIGINT NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."tenant" ADD CONSTRAINT "public"."CONSTRAINT_C" PRIMARY KEY("tenant_no");
-- 2 +/- SELECT COUNT(*) FROM public.tenant;
INSERT INTO "public"."tenant" VALUES
(1, 'default', 'Default', 0, TIMESTAMP '2026-11-27 17:53:43.557134', 1, 0, 0, 0, 0, TIMESTAMP '2026-11-27 17:53:43.557134', 1),
(2, 'firm', 'Firm', 1, TIMESTAMP '2026-11-27 17:53:49.757668', 1, 0, 2, 0, 0, TIMESTAMP '2026-11-27 17:53:49.470193', 3);
CREATE CACHED TABLE "public"."deactivation_batch"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "began_at" TIMESTAMP(6) NOT NULL,
    "last_at" TIMESTAMP(6) NOT NULL,
    "state" TINYINT NOT NULL,
    "decided_by" CHARACTER VARYING(200),
    "job_id" BINARY(16),
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."deactivation_batch" ADD CONSTRAINT "public"."CONSTRAINT_E5" PRIMARY KEY("tenant_no", "id");
-- 0 +/- SELECT COUNT(*) FROM public.deactivation_batch;
CREATE INDEX "public"."ix_batch_state" ON "public"."deactivation_batch"("tenant_no" NULLS FIRST, "state" NULLS FIRST, "began_at" NULLS FIRST);
CREATE CACHED TABLE "public"."connection"(
    "tenant_no" INTEGER NOT NULL,
    "connection_no" INTEGER NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "external_id_permanent" TINYINT NOT NULL
);
ALTER TABLE "public"."connection" ADD CONSTRAINT "public"."CONSTRAINT_D" PRIMARY KEY("tenant_no", "connection_no");
-- 2 +/- SELECT COUNT(*) FROM public.connection;
INSERT INTO "public"."connection" VALUES
(1, 1, 'Identity provider', 0),
(2, 1, 'Identity provider', 0);
CREATE CACHED TABLE "public"."token"(
    "hash" BINARY(32) NOT NULL,
    "id" BINARY(16) NOT NULL,
    "tenant_no" INTEGER NOT NULL,
    "connection_no" INTEGER NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "prefix" CHARACTER VARYING(16) NOT NULL,
    "created_by" CHARACTER VARYING(200) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "expires_at" TIMESTAMP(6) NOT NULL,
    "ended_at" TIMESTAMP(6),
    "first_write_at" TIMESTAMP(6),
    "last_used_at" TIMESTAMP(6),
    "last_used_by" CHARACTER VARYING(200)
);
ALTER TABLE "public"."token" ADD CONSTRAINT "public"."CONSTRAINT_6" PRIMARY KEY("hash");
-- 1 +/- SELECT COUNT(*) FROM public.token;
INSERT INTO "public"."token" VALUES
(X'ffeb9637de155b1ac9879b088b6a58d8d6c250dd3ed3b1aced147b1dcf9bf606', X'01a21e245f42700092a40fccfa603d25', 2, 1, 'Okta', 'ush_5Kvspr', 'admin', TIMESTAMP '2026-11-27 17:53:49.879075', TIMESTAMP '2027-11-27 17:53:49.879075', NULL, TIMESTAMP '2026-11-27 17:53:51.69709', TIMESTAMP '2026-11-27 17:53:51.69709', 'Python-urllib/3.11');
CREATE INDEX "public"."ix_token" ON "public"."token"("tenant_no" NULLS FIRST, "connection_no" NULLS FIRST, "created_at" NULLS FIRST);
CREATE CACHED TABLE "public"."administrator"(
    "id" BINARY(16) NOT NULL,
    "tenant_no" INTEGER,
    "name_key" BINARY VARYING(400) NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "email" CHARACTER VARYING(254),
    "password" CHARACTER VARYING(300),
    "role" TINYINT NOT NULL,
    "disabled" TINYINT NOT NULL,
    "credential_version" BIGINT NOT NULL,
    "failed_sign_ins" INTEGER NOT NULL,
    "locked_until" TIMESTAMP(6),
    "last_sign_in_at" TIMESTAMP(6),
    "created_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."administrator" ADD CONSTRAINT "public"."CONSTRAINT_D9" PRIMARY KEY("id");
-- 1 +/- SELECT COUNT(*) FROM public.administrator;
INSERT INTO "public"."administrator" VALUES
(X'01a21e24478d7000868421a0d068a161', NULL, X'61646d696e', 'admin', NULL, 'pbkdf2-sha512:210000:VI5q1YZsLNm9R6IpAW95Vg:dmgxGFeXLGDub09MUIfStnvY2Tto9EZoyqM46W1pE+jJ6P5hVWvCZacy1BBfi2RuviK5QiobYVMZW48NbAgIqA', 0, 0, 0, 0, NULL, TIMESTAMP '2026-11-27 17:53:49.30553', TIMESTAMP '2026-11-27 17:53:43.822643', 1);
CREATE INDEX "public"."ix_administrator" ON "public"."administrator"("tenant_no" NULLS FIRST, "id" NULLS FIRST);
CREATE CACHED TABLE "public"."admin_session"(
    "hash" BINARY(32) NOT NULL,
    "administrator_id" BINARY(16) NOT NULL,
    "credential_version" BIGINT NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "seen_at" TIMESTAMP(6) NOT NULL,
    "ends_at" TIMESTAMP(6) NOT NULL,
    "proved_at" TIMESTAMP(6) NOT NULL
);
ALTER TABLE "public"."admin_session" ADD CONSTRAINT "public"."CONSTRAINT_B" PRIMARY KEY("hash");
-- 0 +/- SELECT COUNT(*) FROM public.admin_session;
CREATE INDEX "public"."ix_admin_session" ON "public"."admin_session"("administrator_id" NULLS FIRST);
CREATE CACHED TABLE "public"."api_key"(
    "hash" BINARY(32) NOT NULL,
    "id" BINARY(16) NOT NULL,
    "tenant_no" INTEGER NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "prefix" CHARACTER VARYING(16) NOT NULL,
    "role" TINYINT NOT NULL,
    "created_by" CHARACTER VARYING(200) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "expires_at" TIMESTAMP(6),
    "ended_at" TIMESTAMP(6),
    "last_used_at" TIMESTAMP(6)
);
ALTER TABLE "public"."api_key" ADD CONSTRAINT "public"."CONSTRAINT_D0" PRIMARY KEY("hash");
-- 0 +/- SELECT COUNT(*) FROM public.api_key;
CREATE CACHED TABLE "public"."profile"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "name_key" BINARY VARYING(400) NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "data_locked" TINYINT NOT NULL,
    "quota_bytes" BIGINT,
    "purge_after_days" INTEGER,
    "created_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."profile" ADD CONSTRAINT "public"."CONSTRAINT_E" PRIMARY KEY("tenant_no", "id");
-- 2 +/- SELECT COUNT(*) FROM public.profile;
INSERT INTO "public"."profile" VALUES
(2, X'01a21e2461927000a22dd30d70e087d7', X'67656e6572616c2070726f66696c652031', 'General Profile 1', 0, 5368709120, NULL, TIMESTAMP '2026-11-27 17:53:50.482572', 1),
(2, X'01a21e2461cf70009f10e53401dfa4a7', X'6578656375746976652070726f66696c65', 'Executive Profile', 1, 53687091200, NULL, TIMESTAMP '2026-11-27 17:53:50.543528', 1);
CREATE CACHED TABLE "public"."storage_region"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "name_key" BINARY VARYING(400) NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."storage_region" ADD CONSTRAINT "public"."CONSTRAINT_CA" PRIMARY KEY("tenant_no", "id");
-- 1 +/- SELECT COUNT(*) FROM public.storage_region;
INSERT INTO "public"."storage_region" VALUES
(2, X'01a21e246074700082f1d376640098ac', X'65752d6672616e6b66757274', 'EU-Frankfurt', TIMESTAMP '2026-11-27 17:53:50.196771', 1);
CREATE CACHED TABLE "public"."mapping"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "name_key" BINARY VARYING(400) NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "place" INTEGER NOT NULL,
    "criteria" CHARACTER VARYING NOT NULL,
    "profile_id" BINARY(16) NOT NULL,
    "region_id" BINARY(16) NOT NULL,
    "quota_bytes" BIGINT,
    "send_mail" TINYINT NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "deleted_at" TIMESTAMP(6),
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."mapping" ADD CONSTRAINT "public"."CONSTRAINT_3" PRIMARY KEY("tenant_no", "id");
-- 2 +/- SELECT COUNT(*) FROM public.mapping;
INSERT INTO "public"."mapping" VALUES
(2, X'01a21e246330700081367e8f130a00ad', X'65786563757469766573', 'Executives', 0, '{"type":"ATTRIBUTE","attribute":"title","path":"title","values":["Executive"]}', X'01a21e2461cf70009f10e53401dfa4a7', X'01a21e246074700082f1d376640098ac', NULL, 1, TIMESTAMP '2026-11-27 17:53:50.925385', NULL, 1),
(2, X'01a21e24642570008e2c1fbc6571c548', X'65766572796f6e65', 'Everyone', 1, '{"type":"ALL_USERS"}', X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL, 0, TIMESTAMP '2026-11-27 17:53:51.158486', NULL, 1);
CREATE CACHED TABLE "public"."scim_schema"(
    "tenant_no" INTEGER NOT NULL,
    "urn_key" BINARY VARYING(400) NOT NULL,
    "id" BINARY(16) NOT NULL,
    "definition" CHARACTER VARYING NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."scim_schema" ADD CONSTRAINT "public"."CONSTRAINT_D1" PRIMARY KEY("tenant_no", "urn_key");
-- 0 +/- SELECT COUNT(*) FROM public.scim_schema;
CREATE CACHED TABLE "public"."account"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "connection_no" INTEGER NOT NULL,
    "managed_by" TINYINT NOT NULL,
    "scim_visible" TINYINT NOT NULL,
    "state" TINYINT NOT NULL,
    "preserved_by" TINYINT,
    "seat_held" TINYINT NOT NULL,
    "state_at" TIMESTAMP(6) NOT NULL,
    "purge_after" TIMESTAMP(6),
    "user_name_key" BINARY VARYING(512),
    "external_id" BINARY VARYING(255),
    "former_user_name_key" BINARY VARYING(512),
    "created_at" TIMESTAMP(6) NOT NULL,
    "modified_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."account" ADD CONSTRAINT "public"."CONSTRAINT_B9" PRIMARY KEY("tenant_no", "id");
-- 12 +/- SELECT COUNT(*) FROM public.account;
INSERT INTO "public"."account" VALUES
(2, X'01a21e2465af70008d734ffa0f024707', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:51.535497', NULL, X'7573657230406669726d2e6578616d706c65', X'6578742d30', NULL, TIMESTAMP '2026-11-27 17:53:51.535497', TIMESTAMP '2026-11-27 17:53:51.535497', 1),
(2, X'01a21e24667e700080049ccd5e193645', 1, 1, 1, 1, 0, 0, TIMESTAMP '2026-11-27 17:53:52.773992', NULL, X'7573657231406669726d2e6578616d706c65', X'6578742d31', NULL, TIMESTAMP '2026-11-27 17:53:51.742471', TIMESTAMP '2026-11-27 17:53:52.773992', 2),
(2, X'01a21e2466be70009f49a5ddfa2ef437', 1, 1, 0, 1, 3, 0, TIMESTAMP '2026-11-27 17:53:52.847208', NULL, NULL, X'6578742d32', X'7573657232406669726d2e6578616d706c65', TIMESTAMP '2026-11-27 17:53:51.806882', TIMESTAMP '2026-11-27 17:53:52.847208', 2),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:51.847715', NULL, X'7573657233406669726d2e6578616d706c65', X'6578742d33', NULL, TIMESTAMP '2026-11-27 17:53:51.847715', TIMESTAMP '2026-11-27 17:53:51.847715', 1),
(2, X'01a21e2467397000ae707fe503a1d146', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:51.92966', NULL, X'7573657234406669726d2e6578616d706c65', X'6578742d34', NULL, TIMESTAMP '2026-11-27 17:53:51.92966', TIMESTAMP '2026-11-27 17:53:51.92966', 1),
(2, X'01a21e24676e70009872f7b5da718fdb', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:51.982343', NULL, X'7573657235406669726d2e6578616d706c65', X'6578742d35', NULL, TIMESTAMP '2026-11-27 17:53:51.982343', TIMESTAMP '2026-11-27 17:53:51.982343', 1),
(2, X'01a21e24679a70009aedac3fc53b1755', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:52.02667', NULL, X'7573657236406669726d2e6578616d706c65', X'6578742d36', NULL, TIMESTAMP '2026-11-27 17:53:52.02667', TIMESTAMP '2026-11-27 17:53:52.02667', 1),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:52.110674', NULL, X'7573657237406669726d2e6578616d706c65', X'6578742d37', NULL, TIMESTAMP '2026-11-27 17:53:52.110674', TIMESTAMP '2026-11-27 17:53:52.110674', 1),
(2, X'01a21e24682c7000b15a43c8964e58c0', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:52.172471', NULL, X'7573657238406669726d2e6578616d706c65', X'6578742d38', NULL, TIMESTAMP '2026-11-27 17:53:52.172471', TIMESTAMP '2026-11-27 17:53:52.172471', 1),
(2, X'01a21e24684b7000bd2d3541c391af2b', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:52.20343', NULL, X'7573657239406669726d2e6578616d706c65', X'6578742d39', NULL, TIMESTAMP '2026-11-27 17:53:52.20343', TIMESTAMP '2026-11-27 17:53:52.20343', 1),
(2, X'01a21e24688c7000bb4324f8685114cc', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:52.269008', NULL, X'757365723130406669726d2e6578616d706c65', X'6578742d3130', NULL, TIMESTAMP '2026-11-27 17:53:52.269008', TIMESTAMP '2026-11-27 17:53:52.269008', 1),
(2, X'01a21e2468ca700095fe60092f15a0d5', 1, 1, 1, 0, NULL, 1, TIMESTAMP '2026-11-27 17:53:52.330759', NULL, X'757365723131406669726d2e6578616d706c65', X'6578742d3131', NULL, TIMESTAMP '2026-11-27 17:53:52.330759', TIMESTAMP '2026-11-27 17:53:52.330759', 1);
CREATE INDEX "public"."ix_state" ON "public"."account"("tenant_no" NULLS FIRST, "state" NULLS FIRST, "state_at" NULLS FIRST, "id" NULLS FIRST);
CREATE INDEX "public"."ix_external_id" ON "public"."account"("tenant_no" NULLS FIRST, "connection_no" NULLS FIRST, "external_id" NULLS FIRST);
CREATE INDEX "public"."ix_walk" ON "public"."account"("tenant_no" NULLS FIRST, "scim_visible" NULLS FIRST, "id" NULLS FIRST);
CREATE INDEX "public"."ix_former_name" ON "public"."account"("tenant_no" NULLS FIRST, "former_user_name_key" NULLS FIRST);
CREATE INDEX "public"."ix_purge" ON "public"."account"("tenant_no" NULLS FIRST, "state" NULLS FIRST, "purge_after" NULLS FIRST);
CREATE INDEX "public"."ix_created" ON "public"."account"("tenant_no" NULLS FIRST, "scim_visible" NULLS FIRST, "created_at" NULLS FIRST, "id" NULLS FIRST);
CREATE INDEX "public"."ix_modified" ON "public"."account"("tenant_no" NULLS FIRST, "scim_visible" NULLS FIRST, "modified_at" NULLS FIRST, "id" NULLS FIRST);
CREATE CACHED TABLE "public"."account_doc"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "doc" CHARACTER VARYING NOT NULL
);
ALTER TABLE "public"."account_doc" ADD CONSTRAINT "public"."CONSTRAINT_33" PRIMARY KEY("tenant_no", "id");
-- 12 +/- SELECT COUNT(*) FROM public.account_doc;
INSERT INTO "public"."account_doc" VALUES
(2, X'01a21e2465af70008d734ffa0f024707', U&'{"userName":"user0@firm.example","externalId":"ext-0","title":"Executive","name":{"givenName":"J\00fcr0","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user0@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e24667e700080049ccd5e193645', U&'{"userName":"user1@firm.example","externalId":"ext-1","title":"Clerk","name":{"givenName":"J\00fcr1","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user1@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e2466be70009f49a5ddfa2ef437', U&'{"userName":"user2@firm.example","externalId":"ext-2","title":"Clerk","name":{"givenName":"J\00fcr2","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user2@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', U&'{"userName":"user3@firm.example","externalId":"ext-3","title":"Clerk","name":{"givenName":"J\00fcr3","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user3@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e2467397000ae707fe503a1d146', U&'{"userName":"user4@firm.example","externalId":"ext-4","title":"Executive","name":{"givenName":"J\00fcr4","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user4@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e24676e70009872f7b5da718fdb', U&'{"userName":"user5@firm.example","externalId":"ext-5","title":"Clerk","name":{"givenName":"J\00fcr5","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user5@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e24679a70009aedac3fc53b1755', U&'{"userName":"user6@firm.example","externalId":"ext-6","title":"Clerk","name":{"givenName":"J\00fcr6","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user6@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', U&'{"userName":"user7@firm.example","externalId":"ext-7","title":"Clerk","name":{"givenName":"J\00fcr7","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user7@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e24682c7000b15a43c8964e58c0', U&'{"userName":"user8@firm.example","externalId":"ext-8","title":"Executive","name":{"givenName":"J\00fcr8","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user8@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e24684b7000bd2d3541c391af2b', U&'{"userName":"user9@firm.example","externalId":"ext-9","title":"Clerk","name":{"givenName":"J\00fcr9","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user9@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e24688c7000bb4324f8685114cc', U&'{"userName":"user10@firm.example","externalId":"ext-10","title":"Clerk","name":{"givenName":"J\00fcr10","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user10@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}'),
(2, X'01a21e2468ca700095fe60092f15a0d5', U&'{"userName":"user11@firm.example","externalId":"ext-11","title":"Clerk","name":{"givenName":"J\00fcr11","familyName":"K\00f6hler \+01f600"},"emails":[{"value":"user11@firm.example","type":"work","primary":true}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Docks"}}');
CREATE CACHED TABLE "public"."assignment"(
    "tenant_no" INTEGER NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "mapping_id" BINARY(16),
    "order_version" BIGINT NOT NULL,
    "profile_id" BINARY(16) NOT NULL,
    "region_id" BINARY(16) NOT NULL,
    "quota_bytes" BIGINT
);
ALTER TABLE "public"."assignment" ADD CONSTRAINT "public"."CONSTRAINT_3D" PRIMARY KEY("tenant_no", "user_id");
-- 12 +/- SELECT COUNT(*) FROM public.assignment;
INSERT INTO "public"."assignment" VALUES
(2, X'01a21e2465af70008d734ffa0f024707', X'01a21e246330700081367e8f130a00ad', 2, X'01a21e2461cf70009f10e53401dfa4a7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e24667e700080049ccd5e193645', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e2466be70009f49a5ddfa2ef437', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e2467397000ae707fe503a1d146', X'01a21e246330700081367e8f130a00ad', 2, X'01a21e2461cf70009f10e53401dfa4a7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e24676e70009872f7b5da718fdb', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e24679a70009aedac3fc53b1755', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e24682c7000b15a43c8964e58c0', X'01a21e246330700081367e8f130a00ad', 2, X'01a21e2461cf70009f10e53401dfa4a7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e24684b7000bd2d3541c391af2b', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e24688c7000bb4324f8685114cc', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL),
(2, X'01a21e2468ca700095fe60092f15a0d5', X'01a21e24642570008e2c1fbc6571c548', 2, X'01a21e2461927000a22dd30d70e087d7', X'01a21e246074700082f1d376640098ac', NULL);
CREATE INDEX "public"."ix_assignment_profile" ON "public"."assignment"("tenant_no" NULLS FIRST, "profile_id" NULLS FIRST, "user_id" NULLS FIRST);
CREATE INDEX "public"."ix_assignment_region" ON "public"."assignment"("tenant_no" NULLS FIRST, "region_id" NULLS FIRST, "user_id" NULLS FIRST);
CREATE INDEX "public"."ix_assignment_mapping" ON "public"."assignment"("tenant_no" NULLS FIRST, "mapping_id" NULLS FIRST, "user_id" NULLS FIRST);
CREATE CACHED TABLE "public"."attribute_name"(
    "tenant_no" INTEGER NOT NULL,
    "attr_no" INTEGER NOT NULL,
    "path_key" BINARY(32) NOT NULL,
    "path" CHARACTER VARYING(600) NOT NULL
);
ALTER TABLE "public"."attribute_name" ADD CONSTRAINT "public"."CONSTRAINT_8" PRIMARY KEY("tenant_no", "attr_no");
-- 0 +/- SELECT COUNT(*) FROM public.attribute_name;
CREATE CACHED TABLE "public"."user_attr"(
    "tenant_no" INTEGER NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "attr_no" INTEGER NOT NULL,
    "ord" SMALLINT NOT NULL,
    "rep" TINYINT NOT NULL,
    "v" BINARY VARYING(255) NOT NULL,
    "v_exact" BINARY VARYING(255)
);
ALTER TABLE "public"."user_attr" ADD CONSTRAINT "public"."CONSTRAINT_1" PRIMARY KEY("tenant_no", "user_id", "attr_no", "ord");
-- 77 +/- SELECT COUNT(*) FROM public.user_attr;
INSERT INTO "public"."user_attr" VALUES
(2, X'01a21e2465af70008d734ffa0f024707', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e2465af70008d734ffa0f024707', 12, 0, 1, X'6ac3bc7230', X'4ac3bc7230'),
(2, X'01a21e2465af70008d734ffa0f024707', 23, 0, 1, X'657865637574697665', X'457865637574697665'),
(2, X'01a21e2465af70008d734ffa0f024707', 40, 0, 1, X'7573657230406669726d2e6578616d706c65', NULL),
(2, X'01a21e2465af70008d734ffa0f024707', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e2465af70008d734ffa0f024707', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e2465af70008d734ffa0f024707', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e24667e700080049ccd5e193645', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e24667e700080049ccd5e193645', 12, 0, 1, X'6ac3bc7231', X'4ac3bc7231'),
(2, X'01a21e24667e700080049ccd5e193645', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e24667e700080049ccd5e193645', 40, 0, 1, X'7573657231406669726d2e6578616d706c65', NULL),
(2, X'01a21e24667e700080049ccd5e193645', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e24667e700080049ccd5e193645', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e24667e700080049ccd5e193645', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 12, 0, 1, X'6ac3bc7233', X'4ac3bc7233'),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 40, 0, 1, X'7573657233406669726d2e6578616d706c65', NULL),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e2466e770008d91e1ac1b85f0e1', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e2467397000ae707fe503a1d146', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e2467397000ae707fe503a1d146', 12, 0, 1, X'6ac3bc7234', X'4ac3bc7234'),
(2, X'01a21e2467397000ae707fe503a1d146', 23, 0, 1, X'657865637574697665', X'457865637574697665'),
(2, X'01a21e2467397000ae707fe503a1d146', 40, 0, 1, X'7573657234406669726d2e6578616d706c65', NULL),
(2, X'01a21e2467397000ae707fe503a1d146', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e2467397000ae707fe503a1d146', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e2467397000ae707fe503a1d146', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e24676e70009872f7b5da718fdb', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e24676e70009872f7b5da718fdb', 12, 0, 1, X'6ac3bc7235', X'4ac3bc7235'),
(2, X'01a21e24676e70009872f7b5da718fdb', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e24676e70009872f7b5da718fdb', 40, 0, 1, X'7573657235406669726d2e6578616d706c65', NULL),
(2, X'01a21e24676e70009872f7b5da718fdb', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e24676e70009872f7b5da718fdb', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e24676e70009872f7b5da718fdb', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e24679a70009aedac3fc53b1755', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e24679a70009aedac3fc53b1755', 12, 0, 1, X'6ac3bc7236', X'4ac3bc7236'),
(2, X'01a21e24679a70009aedac3fc53b1755', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e24679a70009aedac3fc53b1755', 40, 0, 1, X'7573657236406669726d2e6578616d706c65', NULL),
(2, X'01a21e24679a70009aedac3fc53b1755', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e24679a70009aedac3fc53b1755', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e24679a70009aedac3fc53b1755', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 12, 0, 1, X'6ac3bc7237', X'4ac3bc7237'),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 40, 0, 1, X'7573657237406669726d2e6578616d706c65', NULL),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 42, 0, 1, X'776f726b', NULL);
INSERT INTO "public"."user_attr" VALUES
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e2467ee7000a4e6fb3c2fb42e9c', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e24682c7000b15a43c8964e58c0', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e24682c7000b15a43c8964e58c0', 12, 0, 1, X'6ac3bc7238', X'4ac3bc7238'),
(2, X'01a21e24682c7000b15a43c8964e58c0', 23, 0, 1, X'657865637574697665', X'457865637574697665'),
(2, X'01a21e24682c7000b15a43c8964e58c0', 40, 0, 1, X'7573657238406669726d2e6578616d706c65', NULL),
(2, X'01a21e24682c7000b15a43c8964e58c0', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e24682c7000b15a43c8964e58c0', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e24682c7000b15a43c8964e58c0', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e24684b7000bd2d3541c391af2b', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e24684b7000bd2d3541c391af2b', 12, 0, 1, X'6ac3bc7239', X'4ac3bc7239'),
(2, X'01a21e24684b7000bd2d3541c391af2b', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e24684b7000bd2d3541c391af2b', 40, 0, 1, X'7573657239406669726d2e6578616d706c65', NULL),
(2, X'01a21e24684b7000bd2d3541c391af2b', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e24684b7000bd2d3541c391af2b', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e24684b7000bd2d3541c391af2b', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e24688c7000bb4324f8685114cc', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e24688c7000bb4324f8685114cc', 12, 0, 1, X'6ac3bc723130', X'4ac3bc723130'),
(2, X'01a21e24688c7000bb4324f8685114cc', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e24688c7000bb4324f8685114cc', 40, 0, 1, X'757365723130406669726d2e6578616d706c65', NULL),
(2, X'01a21e24688c7000bb4324f8685114cc', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e24688c7000bb4324f8685114cc', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e24688c7000bb4324f8685114cc', 204, 0, 1, X'646f636b73', X'446f636b73'),
(2, X'01a21e2468ca700095fe60092f15a0d5', 11, 0, 1, X'6bc3b6686c657220f09f9880', X'4bc3b6686c657220f09f9880'),
(2, X'01a21e2468ca700095fe60092f15a0d5', 12, 0, 1, X'6ac3bc723131', X'4ac3bc723131'),
(2, X'01a21e2468ca700095fe60092f15a0d5', 23, 0, 1, X'636c65726b', X'436c65726b'),
(2, X'01a21e2468ca700095fe60092f15a0d5', 40, 0, 1, X'757365723131406669726d2e6578616d706c65', NULL),
(2, X'01a21e2468ca700095fe60092f15a0d5', 42, 0, 1, X'776f726b', NULL),
(2, X'01a21e2468ca700095fe60092f15a0d5', 43, 0, 1, X'74727565', NULL),
(2, X'01a21e2468ca700095fe60092f15a0d5', 204, 0, 1, X'646f636b73', X'446f636b73');
CREATE INDEX "public"."ix_v" ON "public"."user_attr"("tenant_no" NULLS FIRST, "attr_no" NULLS FIRST, "v" NULLS FIRST, "user_id" NULLS FIRST, "ord" NULLS FIRST, "rep" NULLS FIRST);
CREATE CACHED TABLE "public"."scim_group"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "connection_no" INTEGER NOT NULL,
    "name_key" BINARY VARYING(512) NOT NULL,
    "name" CHARACTER VARYING(1000) NOT NULL,
    "external_id" BINARY VARYING(255),
    "doc" CHARACTER VARYING NOT NULL,
    "member_count" BIGINT NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "modified_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."scim_group" ADD CONSTRAINT "public"."CONSTRAINT_DC" PRIMARY KEY("tenant_no", "id");
-- 1 +/- SELECT COUNT(*) FROM public.scim_group;
INSERT INTO "public"."scim_group" VALUES
(2, X'01a21e2469947000b97af63f47e491b7', 1, X'63726577', 'Crew', NULL, '{"displayName":"Crew"}', 4, TIMESTAMP '2026-11-27 17:53:52.532975', TIMESTAMP '2026-11-27 17:53:52.853791', 2);
CREATE INDEX "public"."ix_group_external_id" ON "public"."scim_group"("tenant_no" NULLS FIRST, "connection_no" NULLS FIRST, "external_id" NULLS FIRST);
CREATE INDEX "public"."ix_group_created" ON "public"."scim_group"("tenant_no" NULLS FIRST, "created_at" NULLS FIRST, "id" NULLS FIRST);
CREATE INDEX "public"."ix_group_modified" ON "public"."scim_group"("tenant_no" NULLS FIRST, "modified_at" NULLS FIRST, "id" NULLS FIRST);
CREATE CACHED TABLE "public"."membership"(
    "tenant_no" INTEGER NOT NULL,
    "group_id" BINARY(16) NOT NULL,
    "member_id" BINARY(16) NOT NULL
);
ALTER TABLE "public"."membership" ADD CONSTRAINT "public"."CONSTRAINT_B0" PRIMARY KEY("tenant_no", "group_id", "member_id");
-- 4 +/- SELECT COUNT(*) FROM public.membership;
INSERT INTO "public"."membership" VALUES
(2, X'01a21e2469947000b97af63f47e491b7', X'01a21e2465af70008d734ffa0f024707'),
(2, X'01a21e2469947000b97af63f47e491b7', X'01a21e2466e770008d91e1ac1b85f0e1'),
(2, X'01a21e2469947000b97af63f47e491b7', X'01a21e24667e700080049ccd5e193645'),
(2, X'01a21e2469947000b97af63f47e491b7', X'01a21e2467397000ae707fe503a1d146');
CREATE INDEX "public"."ix_member" ON "public"."membership"("tenant_no" NULLS FIRST, "member_id" NULLS FIRST, "group_id" NULLS FIRST);
CREATE CACHED TABLE "public"."group_nesting"(
    "tenant_no" INTEGER NOT NULL,
    "parent_id" BINARY(16) NOT NULL,
    "child_id" BINARY(16) NOT NULL
);
ALTER TABLE "public"."group_nesting" ADD CONSTRAINT "public"."CONSTRAINT_7" PRIMARY KEY("tenant_no", "parent_id", "child_id");
-- 0 +/- SELECT COUNT(*) FROM public.group_nesting;
CREATE INDEX "public"."ix_child" ON "public"."group_nesting"("tenant_no" NULLS FIRST, "child_id" NULLS FIRST, "parent_id" NULLS FIRST);
CREATE CACHED TABLE "public"."device"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "external_id" BINARY VARYING(255),
    "name" CHARACTER VARYING(200) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."device" ADD CONSTRAINT "public"."CONSTRAINT_B06" PRIMARY KEY("tenant_no", "id");
-- 0 +/- SELECT COUNT(*) FROM public.device;
CREATE INDEX "public"."ix_device_user" ON "public"."device"("tenant_no" NULLS FIRST, "user_id" NULLS FIRST, "id" NULLS FIRST);
CREATE UNIQUE NULLS DISTINCT INDEX "public"."uq_device_external_id" ON "public"."device"("tenant_no" NULLS FIRST, "external_id" NULLS FIRST);
CREATE CACHED TABLE "public"."snapshot"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "device_id" BINARY(16) NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "taken_at" TIMESTAMP(6) NOT NULL,
    "external_id" BINARY VARYING(255),
    "name" CHARACTER VARYING(200) DEFAULT '' NOT NULL
);
ALTER TABLE "public"."snapshot" ADD CONSTRAINT "public"."CONSTRAINT_10" PRIMARY KEY("tenant_no", "id");
-- 0 +/- SELECT COUNT(*) FROM public.snapshot;
CREATE INDEX "public"."ix_snapshot_device" ON "public"."snapshot"("tenant_no" NULLS FIRST, "device_id" NULLS FIRST, "taken_at" NULLS FIRST);
CREATE INDEX "public"."ix_snapshot_user" ON "public"."snapshot"("tenant_no" NULLS FIRST, "user_id" NULLS FIRST);
CREATE UNIQUE NULLS DISTINCT INDEX "public"."uq_snapshot_external_id" ON "public"."snapshot"("tenant_no" NULLS FIRST, "device_id" NULLS FIRST, "external_id" NULLS FIRST);
CREATE CACHED TABLE "public"."audit_event"(
    "tenant_no" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMP(6) NOT NULL,
    "actor" CHARACTER VARYING(200) NOT NULL,
    "action" CHARACTER VARYING(60) NOT NULL,
    "target" BINARY(16),
    "detail" CHARACTER VARYING NOT NULL,
    "prev_hash" BINARY(32) NOT NULL,
    "hash" BINARY(32) NOT NULL
);
ALTER TABLE "public"."audit_event" ADD CONSTRAINT "public"."CONSTRAINT_36" PRIMARY KEY("tenant_no", "seq");
-- 11 +/- SELECT COUNT(*) FROM public.audit_event;
INSERT INTO "public"."audit_event" VALUES
(1, 1, TIMESTAMP '2026-11-27 17:53:43.761193', 'usher', 'tenant.created', NULL, '{"before":{},"after":{"displayName":"Default","provisioningApi":true,"reclassify":"NEVER","name":"default"}}', X'0000000000000000000000000000000000000000000000000000000000000000', X'61c3106ded380abd5a77468262a4b021953a01a63e500f08935a11809af38695'),
(0, 1, TIMESTAMP '2026-11-27 17:53:44.472092', 'usher', 'administrator.added', X'01a21e24478d7000868421a0d068a161', '{"before":{},"after":{"name":"admin","role":"PLATFORM_ADMINISTRATOR","disabled":false}}', X'0000000000000000000000000000000000000000000000000000000000000000', X'3632e0a6876fc663a8c54d8b6c11a0caf5d61ffbeb2fa1de7787f6ea8241b0be'),
(2, 1, TIMESTAMP '2026-11-27 17:53:49.485357', 'admin', 'tenant.created', NULL, '{"before":{},"after":{"displayName":"Firm","provisioningApi":true,"reclassify":"NEVER","name":"firm"}}', X'0000000000000000000000000000000000000000000000000000000000000000', X'5a224757d5bab749dbe27cdd2f6541aa90ece44e5fad5794802fc936a8b4095d'),
(2, 2, TIMESTAMP '2026-11-27 17:53:49.786672', 'admin', 'tenant.user-management-changed', NULL, '{"before":{"userManagement":"MANUAL"},"after":{"userManagement":"SCIM"}}', X'5a224757d5bab749dbe27cdd2f6541aa90ece44e5fad5794802fc936a8b4095d', X'a4d3aa8c3e84cd6d005a777ec1b295444313112f8ea47eca7e1038bbafc69463'),
(2, 3, TIMESTAMP '2026-11-27 17:53:49.907689', 'admin', 'token.created', X'01a21e245f42700092a40fccfa603d25', '{"before":{},"after":{"name":"Okta","hint":"ush_5Kvspr","connection":1,"expiresAt":"2027-11-27T17:53:49.879075Z","previous":"END","previousTokens":0}}', X'a4d3aa8c3e84cd6d005a777ec1b295444313112f8ea47eca7e1038bbafc69463', X'cb713915ddc7f2b339495a2878c8b40c9a46e62ee7c0a6f35ccae4f80bd2a0af'),
(2, 4, TIMESTAMP '2026-11-27 17:53:50.06991', 'admin', 'tenant.changed', NULL, '{"before":{"displayName":"Firm","provisioningApi":true,"reclassify":"NEVER","seats":null,"preservedLimit":null},"after":{"displayName":"Firm","provisioningApi":true,"reclassify":"NEVER","seats":50,"preservedLimit":null}}', X'cb713915ddc7f2b339495a2878c8b40c9a46e62ee7c0a6f35ccae4f80bd2a0af', X'466eea07c4cd92e996452a7d35f7d4ec331c47b443617dafc2954e9323f86b4a'),
(2, 5, TIMESTAMP '2026-11-27 17:53:50.22943', 'admin', 'storage-region.created', X'01a21e246074700082f1d376640098ac', '{"before":{},"after":{"id":"01a21e24-6074-7000-82f1-d376640098ac","name":"EU-Frankfurt"}}', X'466eea07c4cd92e996452a7d35f7d4ec331c47b443617dafc2954e9323f86b4a', X'a6be212a27266a15a88bd31fdea84c96d0c09e589668415a3e5ffaccc7295fb9'),
(2, 6, TIMESTAMP '2026-11-27 17:53:50.504964', 'admin', 'profile.created', X'01a21e2461927000a22dd30d70e087d7', '{"before":{},"after":{"id":"01a21e24-6192-7000-a22d-d30d70e087d7","name":"General Profile 1","dataLocked":false,"quotaBytes":5368709120,"purgeAfterDays":null}}', X'a6be212a27266a15a88bd31fdea84c96d0c09e589668415a3e5ffaccc7295fb9', X'db8d66418f67fa7b14cfb83f94fa87f0a2c2f6341a2a5966510460118cfe19b2'),
(2, 7, TIMESTAMP '2026-11-27 17:53:50.560641', 'admin', 'profile.created', X'01a21e2461cf70009f10e53401dfa4a7', '{"before":{},"after":{"id":"01a21e24-61cf-7000-9f10-e53401dfa4a7","name":"Executive Profile","dataLocked":true,"quotaBytes":53687091200,"purgeAfterDays":null}}', X'db8d66418f67fa7b14cfb83f94fa87f0a2c2f6341a2a5966510460118cfe19b2', X'ebf8488ee656523676bdcec1576d28d6fd99204868b3bdf26701d4c986c0f513'),
(2, 8, TIMESTAMP '2026-11-27 17:53:50.976405', 'admin', 'mapping.created', X'01a21e246330700081367e8f130a00ad', '{"before":{},"after":{"id":"01a21e24-6330-7000-8136-7e8f130a00ad","name":"Executives","criteria":{"type":"ATTRIBUTE","attribute":"title","path":"title","values":["Executive"]},"assignment":{"profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","profileName":"Executive Profile","dataLocked":true,"storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac","storageRegionName":"EU-Frankfurt","quotaBytes":null,"effectiveQuotaBytes":53687091200,"sendActivationEmail":true}}}', X'ebf8488ee656523676bdcec1576d28d6fd99204868b3bdf26701d4c986c0f513', X'1ae840b7a89b9846ad0d499acf8b0ec3780b4da62de2d068b27cb5cb6cbd4a59');
INSERT INTO "public"."audit_event" VALUES
(2, 9, TIMESTAMP '2026-11-27 17:53:51.170926', 'admin', 'mapping.created', X'01a21e24642570008e2c1fbc6571c548', '{"before":{},"after":{"id":"01a21e24-6425-7000-8e2c-1fbc6571c548","name":"Everyone","criteria":{"type":"ALL_USERS"},"assignment":{"profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","profileName":"General Profile 1","dataLocked":false,"storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac","storageRegionName":"EU-Frankfurt","quotaBytes":null,"effectiveQuotaBytes":5368709120,"sendActivationEmail":false}}}', X'1ae840b7a89b9846ad0d499acf8b0ec3780b4da62de2d068b27cb5cb6cbd4a59', X'7babfb696d637add26838f27e21b51682f9c2807af91d302c2696f24bd9d54e0');
CREATE INDEX "public"."ix_audit_at" ON "public"."audit_event"("tenant_no" NULLS FIRST, "at" NULLS FIRST);
CREATE CACHED TABLE "public"."audit_head"(
    "tenant_no" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BINARY(32) NOT NULL
);
ALTER TABLE "public"."audit_head" ADD CONSTRAINT "public"."CONSTRAINT_64" PRIMARY KEY("tenant_no");
-- 3 +/- SELECT COUNT(*) FROM public.audit_head;
INSERT INTO "public"."audit_head" VALUES
(0, 1, X'3632e0a6876fc663a8c54d8b6c11a0caf5d61ffbeb2fa1de7787f6ea8241b0be'),
(1, 1, X'61c3106ded380abd5a77468262a4b021953a01a63e500f08935a11809af38695'),
(2, 9, X'7babfb696d637add26838f27e21b51682f9c2807af91d302c2696f24bd9d54e0');
CREATE CACHED TABLE "public"."provisioning_event"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "subject_id" BINARY(16),
    "kind" SMALLINT NOT NULL,
    "outcome" SMALLINT NOT NULL,
    "detail" CHARACTER VARYING NOT NULL
);
ALTER TABLE "public"."provisioning_event" ADD CONSTRAINT "public"."CONSTRAINT_F" PRIMARY KEY("tenant_no", "id");
-- 15 +/- SELECT COUNT(*) FROM public.provisioning_event;
INSERT INTO "public"."provisioning_event" VALUES
(2, X'01a21e24660170008753934945a9c508', X'01a21e2465af70008d734ffa0f024707', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Executives"}'),
(2, X'01a21e246687700085f0e8b79554c268', X'01a21e24667e700080049ccd5e193645', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2466c370009fe412c4b4f14ec5', X'01a21e2466be70009f49a5ddfa2ef437', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2466ea7000ba869e11be29c0cc', X'01a21e2466e770008d91e1ac1b85f0e1', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2467407000849a1e2b6bd363db', X'01a21e2467397000ae707fe503a1d146', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Executives"}'),
(2, X'01a21e24677570008179f09c7069637a', X'01a21e24676e70009872f7b5da718fdb', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2467c17000b8519a834df7279d', X'01a21e24679a70009aedac3fc53b1755', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2467fd7000ac361db5cf2625ee', X'01a21e2467ee7000a4e6fb3c2fb42e9c', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e24682e7000813d236525453d0c', X'01a21e24682c7000b15a43c8964e58c0', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Executives"}'),
(2, X'01a21e2468567000837a7483e93ff8fd', X'01a21e24684b7000bd2d3541c391af2b', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2468967000b8d229683cbe4877', X'01a21e24688c7000bb4324f8685114cc', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2468cf7000ab4bee16b2815b15', X'01a21e2468ca700095fe60092f15a0d5', 0, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example","mapping":"Everyone"}'),
(2, X'01a21e2469aa7000b724623c551f0dc0', X'01a21e2469947000b97af63f47e491b7', 9, 0, U&'{"connection":1,"caller":"Okta","resource":"C\2022\2022\2022","membersAdded":5,"membersRemoved":0}'),
(2, X'01a21e246a8a7000b3ad695cdc30320f', X'01a21e24667e700080049ccd5e193645', 2, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example"}'),
(2, X'01a21e246ad9700081251ded75fab779', X'01a21e2466be70009f49a5ddfa2ef437', 3, 0, U&'{"connection":1,"caller":"Okta","resource":"u\2022\2022\2022@firm.example"}');
CREATE INDEX "public"."ix_event_subject" ON "public"."provisioning_event"("tenant_no" NULLS FIRST, "subject_id" NULLS FIRST, "id" NULLS FIRST);
CREATE INDEX "public"."ix_event_outcome" ON "public"."provisioning_event"("tenant_no" NULLS FIRST, "outcome" NULLS FIRST, "id" NULLS FIRST);
CREATE CACHED TABLE "public"."outbox"(
    "id" BINARY(16) NOT NULL,
    "tenant_no" INTEGER NOT NULL,
    "topic" SMALLINT NOT NULL,
    "subject_id" BINARY(16),
    "body" CHARACTER VARYING NOT NULL,
    "due_at" TIMESTAMP(6) NOT NULL,
    "tries" INTEGER NOT NULL,
    "state" TINYINT NOT NULL,
    "claimed_until" TIMESTAMP(6),
    "last_error" CHARACTER VARYING(500)
);
ALTER TABLE "public"."outbox" ADD CONSTRAINT "public"."CONSTRAINT_C4" PRIMARY KEY("id");
-- 18 +/- SELECT COUNT(*) FROM public.outbox;
INSERT INTO "public"."outbox" VALUES
(X'01a21e24660d70008df8b9d6dc4cb128', 2, 0, X'01a21e2465af70008d734ffa0f024707', '{"id":"01a21e24-65af-7000-8d73-4ffa0f024707","version":1,"state":"ACTIVE","profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.630178', 0, 0, NULL, NULL),
(X'01a21e2466117000808042678c2d6344', 2, 9, X'01a21e2465af70008d734ffa0f024707', '{"id":"01a21e24-65af-7000-8d73-4ffa0f024707","version":1,"state":"ACTIVE","profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.633613', 0, 0, NULL, NULL),
(X'01a21e2466877001806e45b2beb589f7', 2, 0, X'01a21e24667e700080049ccd5e193645', '{"id":"01a21e24-667e-7000-8004-9ccd5e193645","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.760717', 0, 0, NULL, NULL),
(X'01a21e2466c47000ad754004737509cc', 2, 0, X'01a21e2466be70009f49a5ddfa2ef437', '{"id":"01a21e24-66be-7000-9f49-a5ddfa2ef437","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.812805', 0, 0, NULL, NULL),
(X'01a21e2466ea7001ad080657398cab98', 2, 0, X'01a21e2466e770008d91e1ac1b85f0e1', '{"id":"01a21e24-66e7-7000-8d91-e1ac1b85f0e1","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.850874', 0, 0, NULL, NULL),
(X'01a21e2467417000a02d6eb2be790319', 2, 0, X'01a21e2467397000ae707fe503a1d146', '{"id":"01a21e24-6739-7000-ae70-7fe503a1d146","version":1,"state":"ACTIVE","profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.937303', 0, 0, NULL, NULL),
(X'01a21e246741700195be24808dbd8b69', 2, 9, X'01a21e2467397000ae707fe503a1d146', '{"id":"01a21e24-6739-7000-ae70-7fe503a1d146","version":1,"state":"ACTIVE","profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.937656', 0, 0, NULL, NULL),
(X'01a21e2467757001a9fe9d24ad255870', 2, 0, X'01a21e24676e70009872f7b5da718fdb', '{"id":"01a21e24-676e-7000-9872-f7b5da718fdb","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:51.989871', 0, 0, NULL, NULL),
(X'01a21e2467c270008df354ae48727b6f', 2, 0, X'01a21e24679a70009aedac3fc53b1755', '{"id":"01a21e24-679a-7000-9aed-ac3fc53b1755","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.066246', 0, 0, NULL, NULL),
(X'01a21e2467fe7000b90cd39d44df6c35', 2, 0, X'01a21e2467ee7000a4e6fb3c2fb42e9c', '{"id":"01a21e24-67ee-7000-a4e6-fb3c2fb42e9c","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.126061', 0, 0, NULL, NULL),
(X'01a21e24682f7000b1c79e7f584d27f2', 2, 0, X'01a21e24682c7000b15a43c8964e58c0', '{"id":"01a21e24-682c-7000-b15a-43c8964e58c0","version":1,"state":"ACTIVE","profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.175354', 0, 0, NULL, NULL),
(X'01a21e2468337000b10eb8e2b0181833', 2, 9, X'01a21e24682c7000b15a43c8964e58c0', '{"id":"01a21e24-682c-7000-b15a-43c8964e58c0","version":1,"state":"ACTIVE","profileId":"01a21e24-61cf-7000-9f10-e53401dfa4a7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.179781', 0, 0, NULL, NULL),
(X'01a21e2468567001af53b5cb01f5c8ba', 2, 0, X'01a21e24684b7000bd2d3541c391af2b', '{"id":"01a21e24-684b-7000-bd2d-3541c391af2b","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.21474', 0, 0, NULL, NULL);
INSERT INTO "public"."outbox" VALUES
(X'01a21e2468977000a4ece5f50bb3c225', 2, 0, X'01a21e24688c7000bb4324f8685114cc', '{"id":"01a21e24-688c-7000-bb43-24f8685114cc","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.279065', 0, 0, NULL, NULL),
(X'01a21e2468d070009e69b9f78ba533f5', 2, 0, X'01a21e2468ca700095fe60092f15a0d5', '{"id":"01a21e24-68ca-7000-95fe-60092f15a0d5","version":1,"state":"ACTIVE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.336381', 0, 0, NULL, NULL),
(X'01a21e2469bc70008f95f2e665c730bf', 2, 7, X'01a21e2469947000b97af63f47e491b7', '{"id":"01a21e24-6994-7000-b97a-f63f47e491b7","membersAdded":5,"membersRemoved":0}', TIMESTAMP '2026-11-27 17:53:52.572339', 0, 0, NULL, NULL),
(X'01a21e246a8b70008e711238ee4450b9', 2, 2, X'01a21e24667e700080049ccd5e193645', '{"id":"01a21e24-667e-7000-8004-9ccd5e193645","version":2,"state":"PRESERVED_BY_IDP","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.779488', 0, 0, NULL, NULL),
(X'01a21e246ada7000920e4edfb2d22bf4', 2, 4, X'01a21e2466be70009f49a5ddfa2ef437', '{"id":"01a21e24-66be-7000-9f49-a5ddfa2ef437","version":2,"state":"PRESERVED_BY_IDP_DELETE","profileId":"01a21e24-6192-7000-a22d-d30d70e087d7","storageRegionId":"01a21e24-6074-7000-82f1-d376640098ac"}', TIMESTAMP '2026-11-27 17:53:52.858374', 0, 0, NULL, NULL);
CREATE INDEX "public"."ix_outbox_due" ON "public"."outbox"("state" NULLS FIRST, "due_at" NULLS FIRST);
CREATE INDEX "public"."ix_outbox_tenant" ON "public"."outbox"("tenant_no" NULLS FIRST, "topic" NULLS FIRST, "state" NULLS FIRST);
CREATE CACHED TABLE "public"."page_anchor"(
    "tenant_no" INTEGER NOT NULL,
    "query_hash" BINARY(16) NOT NULL,
    "start_index" BIGINT NOT NULL,
    "last_key" BINARY VARYING(300) NOT NULL,
    "total" BIGINT NOT NULL,
    "expires_at" TIMESTAMP(6) NOT NULL
);
ALTER TABLE "public"."page_anchor" ADD CONSTRAINT "public"."CONSTRAINT_A" PRIMARY KEY("tenant_no", "query_hash", "start_index");
-- 0 +/- SELECT COUNT(*) FROM public.page_anchor;
CREATE INDEX "public"."ix_page_anchor" ON "public"."page_anchor"("expires_at" NULLS FIRST);
CREATE CACHED TABLE "public"."job_lease"(
    "name" CHARACTER VARYING(60) NOT NULL,
    "owner" CHARACTER VARYING(60) NOT NULL,
    "until_at" TIMESTAMP(6) NOT NULL,
    "fence" BIGINT NOT NULL
);
ALTER TABLE "public"."job_lease" ADD CONSTRAINT "public"."CONSTRAINT_5" PRIMARY KEY("name");
-- 0 +/- SELECT COUNT(*) FROM public.job_lease;
CREATE CACHED TABLE "public"."job_item"(
    "tenant_no" INTEGER NOT NULL,
    "job_id" BINARY(16) NOT NULL,
    "subject_id" BINARY(16) NOT NULL,
    "outcome" CHARACTER VARYING(30) NOT NULL,
    "detail" CHARACTER VARYING NOT NULL
);
ALTER TABLE "public"."job_item" ADD CONSTRAINT "public"."CONSTRAINT_9F" PRIMARY KEY("tenant_no", "job_id", "subject_id");
-- 0 +/- SELECT COUNT(*) FROM public.job_item;
CREATE CACHED TABLE "public"."licence"(
    "tenant_no" INTEGER NOT NULL,
    "seats" BIGINT,
    "used" BIGINT NOT NULL,
    "preserved" BIGINT NOT NULL,
    "visible_users" BIGINT NOT NULL,
    "preserved_limit" BIGINT
);
ALTER TABLE "public"."licence" ADD CONSTRAINT "public"."CONSTRAINT_9" PRIMARY KEY("tenant_no");
-- 2 +/- SELECT COUNT(*) FROM public.licence;
INSERT INTO "public"."licence" VALUES
(1, NULL, 0, 0, 0, NULL),
(2, 50, 10, 2, 11, NULL);
CREATE CACHED TABLE "public"."secret_key"(
    "kid" INTEGER NOT NULL,
    "purpose" CHARACTER VARYING(20) NOT NULL,
    "wrapped" BINARY VARYING(200) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "retire_at" TIMESTAMP(6)
);
ALTER TABLE "public"."secret_key" ADD CONSTRAINT "public"."CONSTRAINT_A9" PRIMARY KEY("kid");
-- 0 +/- SELECT COUNT(*) FROM public.secret_key;
CREATE CACHED TABLE "public"."setting"(
    "tenant_no" INTEGER NOT NULL,
    "name" CHARACTER VARYING(60) NOT NULL,
    "content" CHARACTER VARYING NOT NULL,
    "version" BIGINT NOT NULL
);
ALTER TABLE "public"."setting" ADD CONSTRAINT "public"."CONSTRAINT_76" PRIMARY KEY("tenant_no", "name");
-- 0 +/- SELECT COUNT(*) FROM public.setting;
CREATE CACHED TABLE "public"."job"(
    "tenant_no" INTEGER NOT NULL,
    "id" BINARY(16) NOT NULL,
    "kind" CHARACTER VARYING(40) NOT NULL,
    "state" TINYINT NOT NULL,
    "detail" CHARACTER VARYING NOT NULL,
    "progress" CHARACTER VARYING NOT NULL,
    "created_by" CHARACTER VARYING(200) NOT NULL,
    "created_at" TIMESTAMP(6) NOT NULL,
    "updated_at" TIMESTAMP(6) NOT NULL,
    "version" BIGINT NOT NULL,
    "fence" BIGINT DEFAULT 0 NOT NULL
);
ALTER TABLE "public"."job" ADD CONSTRAINT "public"."CONSTRAINT_19" PRIMARY KEY("tenant_no", "id");
-- 0 +/- SELECT COUNT(*) FROM public.job;
CREATE INDEX "public"."ix_job_state" ON "public"."job"("state" NULLS FIRST, "updated_at" NULLS FIRST);
CREATE CACHED TABLE "public"."legal_hold"(
    "tenant_no" INTEGER NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "reason" CHARACTER VARYING(500) NOT NULL,
    "placed_by" CHARACTER VARYING(200) NOT NULL,
    "placed_at" TIMESTAMP(6) NOT NULL
);
ALTER TABLE "public"."legal_hold" ADD CONSTRAINT "public"."CONSTRAINT_2" PRIMARY KEY("tenant_no", "user_id");
-- 0 +/- SELECT COUNT(*) FROM public.legal_hold;
CREATE CACHED TABLE "public"."suggestion"(
    "tenant_no" INTEGER NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "state" TINYINT NOT NULL,
    "reason" CHARACTER VARYING(30) NOT NULL,
    "mapping_id" BINARY(16) NOT NULL,
    "order_version" BIGINT NOT NULL,
    "profile_id" BINARY(16) NOT NULL,
    "region_id" BINARY(16) NOT NULL,
    "quota_bytes" BIGINT,
    "made_at" TIMESTAMP(6) NOT NULL
);
ALTER TABLE "public"."suggestion" ADD CONSTRAINT "public"."CONSTRAINT_4" PRIMARY KEY("tenant_no", "user_id");
-- 0 +/- SELECT COUNT(*) FROM public.suggestion;
CREATE INDEX "public"."ix_suggestion_state" ON "public"."suggestion"("tenant_no" NULLS FIRST, "state" NULLS FIRST, "user_id" NULLS FIRST);
CREATE CACHED TABLE "public"."inventory_use"(
    "tenant_no" INTEGER NOT NULL,
    "user_id" BINARY(16) NOT NULL,
    "devices" BIGINT NOT NULL,
    "snapshots" BIGINT NOT NULL,
    "size_bytes" BIGINT NOT NULL
);
ALTER TABLE "public"."inventory_use" ADD CONSTRAINT "public"."CONSTRAINT_A5" PRIMARY KEY("tenant_no", "user_id");
-- 0 +/- SELECT COUNT(*) FROM public.inventory_use;
ALTER TABLE "public"."account" ADD CONSTRAINT "public"."uq_user_name" UNIQUE NULLS DISTINCT ("tenant_no", "user_name_key");
ALTER TABLE "public"."storage_region" ADD CONSTRAINT "public"."uq_storage_region_name" UNIQUE NULLS DISTINCT ("tenant_no", "name_key");
ALTER TABLE "public"."scim_group" ADD CONSTRAINT "public"."uq_group_name" UNIQUE NULLS DISTINCT ("tenant_no", "name_key");
ALTER TABLE "public"."profile" ADD CONSTRAINT "public"."uq_profile_name" UNIQUE NULLS DISTINCT ("tenant_no", "name_key");
ALTER TABLE "public"."api_key" ADD CONSTRAINT "public"."uq_api_key_id" UNIQUE NULLS DISTINCT ("tenant_no", "id");
ALTER TABLE "public"."tenant" ADD CONSTRAINT "public"."uq_tenant_name" UNIQUE NULLS DISTINCT ("name");
ALTER TABLE "public"."attribute_name" ADD CONSTRAINT "public"."uq_attribute_path" UNIQUE NULLS DISTINCT ("tenant_no", "path_key");
ALTER TABLE "public"."token" ADD CONSTRAINT "public"."uq_token_id" UNIQUE NULLS DISTINCT ("tenant_no", "id");
ALTER TABLE "public"."administrator" ADD CONSTRAINT "public"."uq_administrator_name" UNIQUE NULLS DISTINCT ("name_key");
ALTER TABLE "public"."mapping" ADD CONSTRAINT "public"."uq_mapping_name" UNIQUE NULLS DISTINCT ("tenant_no", "name_key");
