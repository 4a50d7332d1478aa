MATCH (wanted:Topic {notation: $topic})<-[:BROADER*0..]-(:Topic)<-[:SUBJECT]-(deed:Action)
WITH DISTINCT deed
MATCH (deed)-[:STATUS]->(status:Status), (deed)-[:EVIDENCE]->(words:Evidence),
      (deed)<-[:SUBJECT]-(part:Participation)-[:OBJECT]->(party:Party),
      (part)-[:ROLE]->(role:Role), (part)-[:BASIS]->(basis:Basis),
      (part)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
WHERE role.notation IN ['owner', 'host', 'funder']
RETURN DISTINCT party.prefLabel AS partner, party.partyType AS partner_type, role.notation AS role,
       basis.notation AS basis, part.confidence AS confidence, deed.text AS action, status.notation AS status,
       place.exact AS quote, words.exact AS action_quote,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY path, start, end, role, partner, action, action_quote
