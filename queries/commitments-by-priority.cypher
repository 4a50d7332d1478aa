MATCH (source:Document)<-[:RECORDED_IN]-(plan:Strategy)-[:HAS_PRIORITY]->(aim:Priority)-[:EVIDENCE]->(aim_place:Evidence)
WITH coalesce(plan.title, source.path) AS strategy, source.path AS source_path, aim, aim_place
WHERE toLower(strategy) CONTAINS toLower($strategy)
OPTIONAL MATCH (aim)-[:SUB_PRIORITY_OF]->(above:Priority)
OPTIONAL MATCH (aim)<-[:ADVANCES]-(deed:Commitment)-[:EVIDENCE]->(deed_place:Evidence)
OPTIONAL MATCH (deed)-[:STATUS]->(status:Status)
WITH strategy, source_path, aim, above, deed, status, coalesce(deed_place, aim_place) AS place
MATCH (place)-[:HAS_SOURCE]->(paper:Document)
WITH DISTINCT strategy, source_path, aim.order AS position, aim.prefLabel AS priority, above.prefLabel AS under,
     deed.text AS commitment, status.notation AS status, place.exact AS quote,
     coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
RETURN strategy, priority, under, commitment, status, quote, document, path, start, end
ORDER BY strategy, source_path, position, priority, path, start, end, commitment
