-- POST valid answers to 64 drafts in turn; each draft alternates between two answers.
local drafts = dofile(os.getenv("ENGAGE_BENCH_DRAFTS"))
local at = 0
local started = 0

function setup(thread)
  thread:set("offset", started * 32)
  started = started + 1
end

function request()
  at = at + 1
  local draft = drafts[(at + offset) % #drafts + 1]
  draft.turn = 1 - (draft.turn or 0)
  return wrk.format("POST", draft.path, {
    ["Cookie"] = draft.cookie,
    ["Content-Type"] = "application/x-www-form-urlencoded",
  }, draft.bodies[draft.turn + 1])
end

local refused = 0
function response(status)
  if status ~= 303 then refused = refused + 1 end
  if refused == 1 then io.stderr:write("a POST was answered with " .. status .. "\n") end
end
