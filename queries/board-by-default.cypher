MATCH (board:Party)<-[:OBJECT]-(part:Participation)-[:SUBJECT]->(deed:Action)-[:STATUS]->(status:Status),
      (part)-[:ROLE]->(:Role {notation: 'owner'}), (part)-[:BASIS]->(basis:Basis {notation: 'board'}),
      (part)-[:EVIDENCE]->(place:Evidence)-[:HAS_SOURCE]->(paper:Document)
WHERE toLower(board.prefLabel) CONTAINS toLower($board)
  AND NOT EXISTS {
    MATCH (deed)<-[:SUBJECT]-(named:Participation)-[:ROLE]->(:Role {notation: 'owner'}), (named)-[:BASIS]->(ground:Basis)
    WHERE ground.notation <> 'board'
  }
RETURN DISTINCT board.prefLabel AS board, deed.text AS action, deed.ref AS ref, status.notation AS status,
       basis.notation AS basis, part.confidence AS confidence, place.exact AS quote,
       coalesce(paper.title, paper.path) AS document, paper.path AS path, place.start AS start, place.end AS end
ORDER BY board, path, start, end, action
