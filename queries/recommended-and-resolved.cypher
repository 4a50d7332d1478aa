CALL {
  MATCH (item:Decision {stage: 'asked'})
  OPTIONAL MATCH (item)-[:ADOPTED_AS]->(decision:Decision)
  RETURN item, CASE WHEN decision IS NULL THEN 'not adopted' ELSE 'adopted' END AS outcome,
         item.text AS asked, item.act AS asked_act, decision.text AS resolved, decision.act AS resolved_act
  UNION ALL
  MATCH (item:Decision {stage: 'resolved'})
  WHERE NOT EXISTS { (item)<-[:ADOPTED_AS]-(:Decision) }
    AND EXISTS { (item)-[:RECORDED_IN]->(:Document)<-[:RECORDED_IN]-(:Decision {stage: 'asked'}) }
  RETURN item, 'added' AS outcome, null AS asked, null AS asked_act, item.text AS resolved, item.act AS resolved_act
  UNION ALL
  MATCH (item:Action)-[:STATUS]->(:Status {notation: 'noted'})
  RETURN item, 'only noted' AS outcome, item.text AS asked, null AS asked_act, null AS resolved, null AS resolved_act
}
MATCH (item)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
OPTIONAL MATCH (paper)-[:ISSUED_BY]->(body:Party)
WITH outcome, asked, asked_act, resolved, resolved_act, body.prefLabel AS board, place, paper
WHERE toLower(coalesce(board, '')) CONTAINS toLower($board)
RETURN DISTINCT outcome, asked, asked_act, resolved, resolved_act, board, place.exact AS quote,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY path, start, end, outcome, asked, resolved
