MATCH (wanted:PopulationGroup {notation: $population})<-[:BROADER*0..]-(group:PopulationGroup)
WITH DISTINCT group
MATCH (group)<-[:OBJECT]-(tagging:Tagging)-[:SUBJECT]->(deed:Action)-[:STATUS]->(status:Status),
      (tagging)-[:BASIS]->(basis:Basis), (deed)-[:EVIDENCE]->(words:Evidence),
      (tagging)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
RETURN DISTINCT group.prefLabel AS population, basis.notation AS basis, deed.text AS action, deed.ref AS ref,
       status.notation AS status, place.exact AS quote, words.exact AS action_quote,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY path, start, end, population, action, action_quote
