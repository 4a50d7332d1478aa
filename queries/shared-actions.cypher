MATCH (deed:Action)<-[:SUBJECT]-(share:Participation)-[:OBJECT]->(sharer:Party),
      (share)-[:ROLE]->(part_played:Role), (share)-[:BASIS]->(ground:Basis)
WHERE part_played.notation IN ['owner', 'deliverer', 'supporter', 'host', 'funder'] AND ground.notation <> 'board'
WITH deed, collect(DISTINCT sharer) AS sharers
WHERE size(sharers) >= 2 AND ($partner = '' OR any(sharer IN sharers WHERE
  any(name IN [sharer.prefLabel] + coalesce(sharer.altLabel, []) WHERE toLower(name) CONTAINS toLower($partner))))
MATCH (deed)-[:STATUS]->(status:Status),
      (deed)<-[:SUBJECT]-(part:Participation)-[:OBJECT]->(party:Party),
      (part)-[:ROLE]->(role:Role), (part)-[:BASIS]->(basis:Basis),
      (part)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
WHERE role.notation IN ['owner', 'deliverer', 'supporter', 'host', 'funder'] AND basis.notation <> 'board'
RETURN DISTINCT deed.text AS action, status.notation AS status, party.prefLabel AS partner,
       party.partyType AS partner_type, role.notation AS role, basis.notation AS basis, part.confidence AS confidence,
       size(sharers) AS partners, place.exact AS quote,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY path, action, start, end, role, partner
