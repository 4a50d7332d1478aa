"""Every question that the pages ask of the store, over the union of its graphs (the store declares the prefixes)."""

PAPERS = """
SELECT ?paper ?title ?kind ?path ?date ?url ?board WHERE {
  ?paper a hw:Document .
  OPTIONAL { ?paper dcterms:title ?title }
  OPTIONAL { ?paper hw:kind ?kind }
  OPTIONAL { ?paper hw:path ?path }
  OPTIONAL { ?paper hw:date ?date }
  OPTIONAL { ?paper hw:url ?url }
  OPTIONAL { ?paper hw:issuedBy ?body . ?body skos:prefLabel ?board }
} ORDER BY ?paper ?board ?title ?date ?url"""

PARTIES = """
SELECT ?party ?label ?type ?area WHERE {
  { SELECT DISTINCT ?party WHERE {
    { ?x a hw:Participation ; hw:object ?party } UNION { ?m a hw:Mention ; hw:party ?party }
  } }
  OPTIONAL { ?party skos:prefLabel ?label }
  OPTIONAL { ?party hw:partyType ?type }
  OPTIONAL { ?party hw:area/skos:prefLabel ?area }
} ORDER BY ?party ?label ?type ?area"""

CONCEPTS = """
SELECT ?concept ?label ?broader WHERE {
  VALUES ?class { hw:%s }
  ?concept a ?class .
  OPTIONAL { ?concept skos:prefLabel ?label FILTER(langMatches(lang(?label), "en") || lang(?label) = "") }
  OPTIONAL { ?concept skos:broader ?broader . ?broader a ?class }
} ORDER BY ?concept ?label ?broader"""

PRIORITIES = """
SELECT ?priority ?label ?paper ?order ?parent WHERE {
  ?priority a hw:Priority ; hw:recordedIn ?paper .
  OPTIONAL { ?priority skos:prefLabel ?label }
  OPTIONAL { ?priority hw:order ?order }
  OPTIONAL { ?priority hw:subPriorityOf ?parent }
} ORDER BY ?priority ?label ?order ?parent"""

ACTIONS = """
SELECT ?action ?text ?paper ?order ?status ?ref ?rule ?confidence ?progress ?recurrence ?words ?due WHERE {
  ?action a hw:Action ; hw:recordedIn ?paper .
  OPTIONAL { ?action hw:text ?text }
  OPTIONAL { ?action hw:order ?order }
  OPTIONAL { ?action hw:status ?status }
  OPTIONAL { ?action hw:ref ?ref }
  OPTIONAL { ?action hw:rule ?rule }
  OPTIONAL { ?action hw:confidence ?confidence }
  OPTIONAL { ?action hw:progress ?progress }
  OPTIONAL { ?action hw:recurrence ?recurrence }
  OPTIONAL { ?action hw:hasDeadline ?d . OPTIONAL { ?d hw:statedAs ?words } OPTIONAL { ?d hw:resolvedDate ?due } }
} ORDER BY ?action ?status ?ref ?rule ?words ?due ?text"""

PARTS = """
SELECT ?part ?action ?party ?role ?basis ?rule ?confidence WHERE {
  ?part a hw:Participation ; hw:subject ?action ; hw:object ?party .
  OPTIONAL { ?part hw:role ?role }
  OPTIONAL { ?part hw:basis ?basis }
  OPTIONAL { ?part hw:rule ?rule }
  OPTIONAL { ?part hw:confidence ?confidence }
} ORDER BY ?part ?role ?basis ?rule"""

TAGS = """
SELECT ?action ?concept ?property ?basis WHERE {
  VALUES ?property { dcterms:subject hw:targets }
  ?action a hw:Action ; ?property ?concept .
  OPTIONAL { ?t a hw:Tagging ; hw:subject ?action ; hw:predicate ?property ; hw:object ?concept ; hw:basis ?basis }
} ORDER BY ?action ?concept ?property ?basis"""

LINKS = """
SELECT ?action ?priority ?property ?rule ?confidence WHERE {
  VALUES ?property { hw:advances hw:advancesInferred }
  ?action a hw:Action ; ?property ?priority .
  ?priority a hw:Priority .
  OPTIONAL {
    ?x a hw:Assertion ; hw:subject ?action ; hw:predicate ?property ; hw:object ?priority .
    OPTIONAL { ?x hw:rule ?rule }
    OPTIONAL { ?x hw:confidence ?confidence }
  }
} ORDER BY ?action ?priority ?property ?rule"""

QUOTES = """
SELECT ?thing ?paper ?start ?end ?exact ?prefix ?suffix WHERE {
  VALUES ?class { hw:Action hw:Priority hw:Participation hw:Unread }
  ?thing a ?class ; hw:evidence ?e .
  ?e oa:hasSource ?paper ; oa:exact ?exact ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?e oa:prefix ?prefix }
  OPTIONAL { ?e oa:suffix ?suffix }
} ORDER BY ?thing ?start ?end"""

UNREAD = "SELECT ?thing ?reason WHERE { ?thing a hw:Unread . OPTIONAL { ?thing hw:reason ?reason } } ORDER BY ?thing"

DECISIONS = "SELECT (COUNT(DISTINCT ?d) AS ?count) WHERE { ?d a hw:Decision }"
