MATCH (party:Party)
WHERE any(name IN [party.prefLabel] + coalesce(party.altLabel, []) WHERE toLower(name) CONTAINS toLower($partner))
MATCH (party)<-[:OBJECT]-(part:Participation)-[:SUBJECT]->(deed:Action)-[:STATUS]->(status:Status),
      (part)-[:ROLE]->(role:Role), (part)-[:BASIS]->(basis:Basis),
      (part)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
WHERE $action = '' OR toLower(deed.ref) = toLower($action)
RETURN DISTINCT party.prefLabel AS partner, role.notation AS role, basis.notation AS basis, part.rule AS rule,
       part.confidence AS confidence, deed.ref AS ref, deed.text AS action, status.notation AS status,
       place.exact AS quote, place.prefix AS before, place.suffix AS after,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY partner, path, start, end, role, action
