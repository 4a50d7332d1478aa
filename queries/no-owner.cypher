MATCH (deed:Action)-[:STATUS]->(status:Status),
      (deed)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
WHERE NOT EXISTS { (deed)-[:RESPONSIBLE_PARTY]->(:Party) }
  AND ($topic = '' OR EXISTS { (deed)-[:SUBJECT]->(:Topic)-[:BROADER*0..]->(:Topic {notation: $topic}) })
RETURN DISTINCT deed.text AS action, deed.ref AS ref, status.notation AS status, place.exact AS quote,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY path, start, end, action
