-- A publication that waits for the approval of its new time is woken when it is due, and no longer when its late policy ends: its tenant may have
-- dropped the need. Same columns; the new version is built from the log.
comment on view read.due is 'due.v2: publications without a verdict, and when each should next be woken. For the silo''s sweep only.';
