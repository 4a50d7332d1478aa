MATCH (passage:Unread)-[:RECORDED_IN]->(paper:Document)
OPTIONAL MATCH (passage)-[:EVIDENCE]->(place:Evidence)
WITH passage, place, paper, coalesce(paper.title, paper.path) AS document
WHERE $paper = '' OR toLower(paper.path) CONTAINS toLower($paper) OR toLower(document) CONTAINS toLower($paper)
RETURN DISTINCT passage.reason AS reason, place.exact AS quote, document, paper.path AS path, place.start AS start,
       place.end AS end
ORDER BY path, start, end
