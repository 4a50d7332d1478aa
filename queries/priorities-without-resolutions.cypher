MATCH (source:Document)<-[:RECORDED_IN]-(plan:Strategy)-[:HAS_PRIORITY]->(aim:Priority)-[:EVIDENCE]->(place:Evidence),
      (place)-[:HAS_SOURCE]->(paper:Document)
WHERE toLower(coalesce(plan.title, source.path)) CONTAINS toLower($strategy)
  AND NOT EXISTS {
    MATCH (aim)<-[:ADVANCES]-(stated:Action)-[:STATUS]->(standing:Status)
    WHERE NOT stated:Commitment AND NOT standing.notation IN ['noted', 'proposed', 'deferred']
  }
OPTIONAL MATCH (aim)-[:SUB_PRIORITY_OF]->(above:Priority)
OPTIONAL MATCH (aim)<-[:ADVANCES]-(commitment:Commitment)
WITH plan, source, aim, place, paper, above, count(DISTINCT commitment) AS commitments
OPTIONAL MATCH (aim)<-[:ADVANCES_INFERRED]-(resolution:Action)-[:STATUS]->(standing:Status)
WHERE NOT resolution:Commitment AND NOT standing.notation IN ['noted', 'proposed', 'deferred']
WITH plan, source, aim, place, paper, above, commitments, count(DISTINCT resolution) AS inferred
WHERE inferred <= $inferred
WITH DISTINCT coalesce(plan.title, source.path) AS strategy, source.path AS source_path, aim.order AS position,
     aim.prefLabel AS priority, above.prefLabel AS under, commitments, inferred, place.exact AS quote,
     coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
RETURN strategy, priority, under, commitments, inferred, quote, document, path, start, end
ORDER BY strategy, source_path, position, priority, start, end
