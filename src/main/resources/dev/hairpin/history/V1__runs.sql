-- The same statements on H2 and on PostgreSQL. A later change of the tables is a file of its own (V2__…).
CREATE TABLE run (
  id           VARCHAR(64) NOT NULL PRIMARY KEY,
  started      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  finished     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  lab          VARCHAR(64) NOT NULL,
  version      VARCHAR(128) NOT NULL,
  kernel       VARCHAR(256) NOT NULL,
  accelerator  VARCHAR(32) NOT NULL,
  exit_status  INTEGER NOT NULL,
  folder       VARCHAR(4096) NOT NULL
);

CREATE INDEX run_by_time ON run (lab, started);

CREATE TABLE uplink (
  run_id   VARCHAR(64) NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name     VARCHAR(256) NOT NULL,
  driver   VARCHAR(256) NOT NULL,
  profile  VARCHAR(256) NOT NULL,
  system   VARCHAR(4096) NOT NULL,
  PRIMARY KEY (run_id, name)
);

CREATE TABLE result (
  run_id       VARCHAR(64) NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  check_id     VARCHAR(256) NOT NULL,
  uplink       VARCHAR(256) NOT NULL,
  place        INTEGER NOT NULL,
  outcome      VARCHAR(32) NOT NULL,
  diagnosis    VARCHAR(64),
  reason       VARCHAR(65536) NOT NULL,
  duration_ms  DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (run_id, check_id, uplink)
);

CREATE INDEX result_by_check ON result (check_id, uplink);

CREATE TABLE measurement (
  run_id    VARCHAR(64) NOT NULL,
  check_id  VARCHAR(256) NOT NULL,
  uplink    VARCHAR(256) NOT NULL,
  name      VARCHAR(256) NOT NULL,
  amount    DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (run_id, check_id, uplink, name),
  FOREIGN KEY (run_id, check_id, uplink) REFERENCES result (run_id, check_id, uplink) ON DELETE CASCADE
);
