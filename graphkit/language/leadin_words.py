"""The words of lead-ins and labels, as patterns on folded lines.

Sources: the styles counted in outcome headings of 133 board papers and about 30 strategies (see docs/why.md).
"""

import re

_ENDS = r"[:\-–—]\s*$"
_BODY = (
    r"(?:the |this )?(?:[\w&'’-]+ ){0,8}?"
    r"(?:board|committee|members|partnership|panel|cabinet|executive|forum|commission|group|meeting|council)"
    r"(?: members)?(?: \([^)]{1,12}\))?"
)
_DECIDES = (
    r"(?:(?:also|further|then|therefore|unanimously|formally|hereby|accordingly) )*"
    r"(?:agree[ds]?|resolve[ds]?|decide[ds]?|note[ds]?|approve[ds]?|request(?:ed|s)?|ask(?:ed|s)?|recommend(?:ed|s)?"
    r"|receive[ds]?|endorse[ds]?|support(?:ed|s)?|delegate[ds]?|thank(?:ed|s)?|welcome[ds]?|instruct(?:ed|s)?"
    r"|direct(?:ed|s)?|remit(?:ted|s)?|encourage[ds]?|invite[ds]?|accept(?:ed|s)?|adopt(?:ed|s)?|confirm(?:ed|s)?"
    r"|defer(?:red|s)?|urge[ds]?|undertook)"
)

# Minutes ---------------------------------------------------------------------------------------------------------

# head: "RESOLVED", "It was agreed"; body: "The Board noted", "The Partnership:"; bare: "NOTED" as a line's first word.
OUTCOME = re.compile(
    r"(?:\d+(?:\.\d+)*[.)]?\s+)?(?:decision/)?(?:"
    r"(?P<head>(?:it was |it is |unanimously |members )?(?:further |unanimously )?"
    r"(?:agreed actions?|actions? agreed|recommendation(?:s)? agreed"
    r"|outcome(?:s)? of (?:the )?(?:meeting|discussion)"
    r"|resolved|agreed|decided|resolution(?:s)?|decision(?:s)?(?: made| taken| of the board)?))"
    r"(?=[\s:;,.\-–—]|that\b|$)"
    rf"|(?P<body>{_BODY}[\s,:;\-–—]*(?:having [^,]{{3,120}},\s*)?(?:{_DECIDES}\b|[:\-–—]+\s*$))"
    r"|(?P<bare>(?:received|noted|agreed|approved|resolved|remitted)\b))"
)
RECOMMENDS = re.compile(r"\b(?:made|makes|make) (?:this|these|the following) recommendations?\b.*[:\-–]$")
CAPITAL_LEAD = re.compile(r"(?:RECEIVED|NOTED|AGREED|APPROVED|RESOLVED|REMITTED|DELEGATED|REQUESTED|RECOMMENDED)\b")
# Words that add nothing to an outcome's heading: what is left after them is the outcome itself.
EMPTY = re.compile(
    r"[\s:;,.\-–—]"
    r"|\b(?:that|the|to|board|it|was|agreed|resolved|health|and|wellbeing|members|unanimously|made|following)\b"
)
STEPS = re.compile(
    r"\b(?:(?:key |proposed |agreed |recommended |immediate )*(?:actions?|next steps?)"
    r"(?: and (?:the )?(?:key )?(?:actions?|next steps?))?(?: that)? (?:were |was |are |to be )?"
    r"(?:proposed|identified|set out|planned|recommended|suggested|agreed|put forward|taken|needed|required"
    r"|include[ds]?|as follows)"
    r"|what needs to happen|what (?:will happen|happens|comes) next|next steps?|future (?:actions|plans|steps)"
    r"|actions? going forward|the way forward)\b"
)
ASKED = re.compile(
    r"\b(?:is|was|were|are|be) (?:asked|invited|requested|recommended|being asked)(?: to)?\s*[:\-–]?"
    r"|\brecommendations?\s*:?\s*$|^(?:purpose|recommendations?)\b|^that the board\b|\bit is recommended that\b"
)
ATTENDANCE = re.compile(
    r"^(?:members? )?(?:present|apolog(?:y|ies)|in attendance|attendance|also present|attendees|attending|sederunt"
    r"|membership|substitutes?|officers? present|invitees)\b"
)
REASONS = re.compile(
    r"^(?:reasons? for (?:the )?(?:decisions?|recommendations?)|alternative options|options considered"
    r"|implementation date|other options|date of (?:decision|publication)|wards? affected|report author"
    r"|background papers|voting|declarations? of interest|financial implications|legal implications)\b"
)
MINUTES = re.compile(
    r"^minutes?\s*(?:of (?:the )?(?:item|discussion))?\s*:?\s*$"
    r"|^(?:discussion|debate|summary of discussion|points raised)\s*:?\s*$"
)

# Strategies ------------------------------------------------------------------------------------------------------

_WHO = r"(?:we|partners|the board|the partnership|together we|board partners|all partners|our organisations)"
_SHALL = (
    r"(?:will|shall|commit(?:s)? to|pledge(?:s)? to|undertake(?:s)? to|intend(?:s)? to|plan(?:s)? to|are going to"
    r"|agree(?:s)? to|aim to)"
)
COMMITMENTS = re.compile(
    # Such as "Over the next five years we will work with schools to:" and "This will include:".
    rf"\b{_WHO}\b[^.;:]{{0,60}}?\b{_SHALL}\b[^.]{{0,160}}{_ENDS}"
    r"|\b(?:which|this|these|that|it|work|they) will (?:include|involve|mean|require"
    rf"|be (?:achieved|done|delivered) (?:by|through))\b[^.]{{0,60}}{_ENDS}"
    r"|^(?:it|this) will (?:be )?achieve[^.]{0,30} by\s*[:\-–—]?\s*$"
    rf"|\b(?:should|must|are asked to|is asked to|are invited to)\s*{_ENDS}"
    r"|\b(?:change ideas|steps) (?:that )?we (?:will|propose)[^.]{0,40}:\s*$"
    # Such as "This year:" and "Over the next two years -".
    r"|^(?:this|next|in the (?:first|next|coming)|over the (?:next|coming)|during|in) "
    rf"(?:\w+ ){{0,2}}(?:years?|months?|20\d\d(?:[/-]\d\d)?)(?: (?:we|partners) will)?\s*{_ENDS}"
    # Such as "Our commitments", "Key actions:" and "Headline actions and sub-actions".
    r"|^(?:our |the |joint |shared )?(?:commitments?|pledges?|deliverables"
    r"|(?:key |priority |our |planned |agreed |main |headline |top )*actions?)\s*(?:are|include)?\s*:?\s*$"
    r"|^(?:the |our )?(?:next |first |key |proposed )*steps\b[^.]{0,60}$"
    r"|^(?:headline |key |priority )?actions?(?: and sub-?actions)?\b[^.]{0,60}$"
    r"|^(?:enabling|neighbourhood|delivery|partner) (?:actions?|commitments?)\b[^.]{0,40}$"
    # Such as "What we will do", "How will we get there?" and "We will".
    r"|^(?:what|how) (?:will )?(?:we|partners|the board)(?:'ll| will| are going to| plan to| are doing| do)\b"
    r"[^.?]{0,80}[:?]?\s*$"
    r"|^how (?:will )?we(?:'ll| will)? (?:get there|do (?:it|this)|deliver|achieve)[^.?]{0,60}[:?]?\s*$"
    r"|^(?:we|together we|partners|by working together we)(?:'ll| will| commit to| shall)\s*[:\-–—]?\s*$"
)
RECOMMENDED = re.compile(
    r"^(?:(?:our|my|the|key|summary of) )*recommendations?(?: (?:for|to) (?:action|partners|others|the board))?"
    r"\s*(?:\d+|[a-z]\b|one|two|three)?\s*[:.]?\s*$"
)
PROPOSED = re.compile(
    r"^(?:the |our |proposed )*(?:steps|actions|commitments)\b.{0,20}\b(?:we propose|proposed|propose to take)\b"
    r"|^proposed (?:actions|steps|commitments)\b"
)
AIMS = re.compile(
    r"^(?:our |the |what |key )?(?:ambitions?|aims?|outcomes?|vision|goals?|objectives?|success|good"
    r"|what (?:we want|a good|good|success|will|does|do we want)|we want|we aim)\b[^.]{0,90}[:?]?\s*$"
    r"|^(?:what|how will we know|how will you know|what does)\b[^.]{0,60}"
    r"(?:want|look like|success|achieve|difference|see|know)[^.]{0,60}[:?]?\s*$"
    r"|^(?:we will know|our indicators|how we will (?:know|measure)|measures?|indicators?|targets?|key performance)"
    r"[^.]{0,80}[:?]?\s*$"
)
MEASURES = re.compile(
    r"^(?:how (?:will )?we(?: will)? (?:know|measure)|measures?|indicators?|our indicators|key performance|targets?"
    r"|we will know)\b"
)
PRIORITIES = re.compile(
    r"\b(?:priorit(?:y|ies)|themes|goals|ambitions|aims|objectives|outcomes|focus areas|areas of focus|priority areas)"
    r"\b[^.]{0,80}(?:\b(?:are|were|remain(?:ed|s)?|is|as|include[ds]?|follow(?:s|ing)?|below|carry on[^:]{0,30}"
    r"|shown here\)?)\b[^.:]{0,40})?:\s*$"
    r"|^(?:our |the |key |strategic |six |five |four |three |joint )*(?:priorities|goals|ambitions)\s*:?\s*$"
)
# The themes of a meeting are no priorities (annotation guide, "Action").
OF_A_STRATEGY = re.compile(r"\bpriorities\b|\b(?:aims|goals|objectives) (?:of|in)\b")
BACKGROUND = re.compile(
    r"^(?:why (?:this|it) (?:matters|is)|the (?:evidence|picture|story|case)|evidence|background|introduction|foreword"
    r"|contents|context|what you told us|what (?:the )?(?:evidence|data)"
    r"|what (?:we|you) (?:know|heard|have done|said)|what is going well|what are we worried|where are we|case stud"
    r"|what can you|glossary|about|the need|what we have (?:already )?(?:done|achieved)|achievements|progress so far"
    r"|facts and figures|did you know|our approach|principles|how we (?:developed|wrote))"
)
