MATCH (deed:Action)-[:HAS_DEADLINE]->(deadline:Deadline), (deed)-[:STATUS]->(status:Status),
      (deadline)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
OPTIONAL MATCH (deed)-[:RESPONSIBLE_PARTY]->(owner:Party)
OPTIONAL MATCH (meeting:Meeting)-[:RECORDED_IN]->(paper)
WITH deed, deadline, status, place, paper, owner, meeting, toString(deadline.resolvedDate) AS due
WITH deed, deadline, status, place, paper, owner, meeting, due,
     coalesce(due + CASE size(due) WHEN 4 THEN '-12-31' WHEN 7 THEN '-31' ELSE '' END, '9999') AS last_day
WHERE $by = '' OR last_day <= $by
WITH DISTINCT last_day, due, deadline.statedAs AS words, deadline.offset AS offset,
     toString(meeting.startDate) AS meeting_date, deed.text AS action, deed.ref AS ref, status.notation AS status,
     deed.progress AS progress, owner.prefLabel AS owner, place.exact AS quote,
     coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
RETURN due, words, offset, meeting_date, action, ref, status, progress, owner, quote, document, path, start, end
ORDER BY last_day, path, start, end, action, owner
